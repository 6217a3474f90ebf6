# Runs each line of standard input as a shell would: \001up once it is ready; then for each line what it prints, to either
# output, and \001done with its exit status.
exec 2>&1
printf '\001up\n'
while IFS= read -r line; do
    (eval "$line") </dev/null
    printf '\001done %s\n' $?
done
