package dev.firn.uplink;

import com.fasterxml.jackson.core.JsonToken;
import dev.firn.senml.JsonObject;
import java.util.Map;

/** Something that can be asked of the node. Carried out by the thread of the commands. */
public interface Command {

    /**
     * Carries it out.
     *
     * @param request what is asked
     * @return what is answered
     * @throws CommandException if it cannot be done, with reason and cure
     */
    JsonObject carryOut(Request request) throws CommandException;

    /**
     * What is asked.
     *
     * @param id of the request: given by whoever asks, the same when it is asked again
     * @param members the other members of the message that are texts, numbers or truth values, by name
     */
    record Request(String id, Map<String, Value> members) {

        /** Copies the members. */
        public Request {
            members = Map.copyOf(members);
        }

        /**
         * A member that is a text.
         *
         * @throws CommandException if it is not there, or no text
         */
        public String text(String name) throws CommandException {
            Value value = members.get(name);
            if (value == null || value.token() != JsonToken.VALUE_STRING) {
                throw new CommandException(name + ": is missing or no text; give such as \"" + name + "\":\"…\"");
            }
            return value.text();
        }

        /**
         * A member that is a whole number.
         *
         * @throws CommandException if it is no such number, or out of range
         */
        public long number(String name, long otherwise, long least, long most) throws CommandException {
            Value value = members.get(name);
            if (value == null) {
                return otherwise;
            }
            try {
                long number = Long.parseLong(value.text());
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Said below.
            }
            throw new CommandException(
                    name + ": " + value.text() + " is no whole number from " + least + " to " + most);
        }
    }

    /**
     * A value in a request.
     *
     * @param token of which kind
     * @param text as it stands there
     */
    record Value(JsonToken token, String text) {}
}
