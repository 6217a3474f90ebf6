// SPDX-License-Identifier: GPL-2.0-only
/*
 * i2c-sim: I2C adapters with simulated slaves, driven from debugfs.
 *
 * They are adapters with I2C_FUNC_I2C, as the Raspberry Pi's i2c-bcm2835 is: read(), write() and I2C_RDWR work, and the
 * I2C core makes SMBus transfers of them. An address at which there is nobody is not acknowledged (EREMOTEIO).
 *
 *   insmod i2c-sim.ko buses=1,3 names="bcm2835 (i2c@7e804000)","bcm2835 (i2c@7e205600)"
 *   cd /sys/kernel/debug/i2c-sim-1
 *   echo '76 reg8' > add                plug in a slave; models below
 *   echo '76' > del                     take it away
 *   echo 'd0 60 00' > 76/set            registers from d0 on := 60, 00 (words if the model has words: '01 8583')
 *   echo '2400 6666a2' > 44/set         cmd: the reply to command 2400
 *   echo 'f4 fc' > 76/mask              bits that a master can change, registers from f4 on; all, if never set
 *   echo '01 7000 4000 00 1234' > 48/when
 *                                       whenever a master writes register 01 so that value & 7000 is 4000,
 *                                       registers from 00 on := 1234
 *   echo 0 > 76/present                 unplug it, with its registers kept: no acknowledge
 *   echo 'EREMOTEIO 3' > 76/fault       the next three transfers to it fail; likewise fault beside add: to anybody
 *   echo 'ETIMEDOUT all 100' > fault    all transfers fail after 100 ms, until 'none' is written
 *   echo 'OK 5 20' > fault              the next five transfers take 20 ms and go well
 *   echo hang > fault                   transfers wait until anything else is written, then go on
 *   cat 76/regs log; echo > log         see registers; every message since the log was emptied, with the time
 *
 * Models: reg8 (one byte of register address, bytes, the address counts up), reg16 (words, high byte first, the address
 * stays), reg16le (the same, low byte first), reg16a (two bytes of register address, high byte first, bytes, counts up),
 * cmd (the longest command known that the bytes written begin with chooses what is read; any other is acknowledged, and
 * ff is read).
 */
#include <linux/debugfs.h>
#include <linux/delay.h>
#include <linux/hex.h>
#include <linux/i2c.h>
#include <linux/ktime.h>
#include <linux/list.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/seq_file.h>
#include <linux/slab.h>
#include <linux/uaccess.h>
#include <linux/wait.h>

#define MOST_BUSES 4
#define LOG_SIZE (1024 * 1024)
#define INPUT_SIZE 4096
#define ALL (-1)

static int buses[MOST_BUSES] = { 1, 3 };
static int n_buses = 2;
module_param_array(buses, int, &n_buses, 0444);
MODULE_PARM_DESC(buses, "bus numbers: /dev/i2c-<n>");
static char *names[MOST_BUSES] = { "bcm2835 (i2c@7e804000)", "bcm2835 (i2c@7e205600)" };
module_param_array(names, charp, NULL, 0444);
MODULE_PARM_DESC(names, "names of the adapters");

struct model {
	const char *name;
	int address_bytes, value_bytes;	/* 0 and 0: commands */
	bool counts_up, low_first;
};

static const struct model models[] = {
	{ "reg8", 1, 1, true, false },
	{ "reg16", 1, 2, false, false },
	{ "reg16le", 1, 2, false, true },
	{ "reg16a", 2, 1, true, false },
	{ "cmd", 0, 0, false, false },
};

struct fault {
	int error;		/* 0 or a negative errno */
	int count;		/* transfers that are still to meet it; ALL */
	unsigned int delay_ms;
	bool hang;
};

struct reply {
	u8 command[8], data[128];
	int command_bytes, bytes;
};

struct rule {
	u32 address, mask, value, target;
	u8 data[64];
	int bytes;
};

struct slave {
	struct list_head list;
	struct bus *bus;
	struct dentry *dir;
	const struct model *model;
	u16 address;
	u32 present;
	struct fault fault;
	u32 pointer;		/* register address that the master wrote last */
	u32 size;		/* bytes of registers and of mask; words have their high byte first */
	u8 *registers, *mask;
	int n_rules, n_replies, reply;
	struct rule rules[64];
	struct reply replies[64];
};

struct bus {
	struct i2c_adapter adapter;
	struct dentry *dir;
	struct mutex lock;	/* of all that follows, and of the slaves */
	struct list_head slaves;
	struct fault fault;
	unsigned int orders;	/* how often a fault was written */
	wait_queue_head_t ordered;
	char *log;
	size_t log_bytes;
	u64 transfers;
};

static struct bus all_buses[MOST_BUSES];

static __printf(2, 3) void note(struct bus *bus, const char *format, ...)
{
	u64 us = ktime_to_us(ktime_get());
	u32 rest = do_div(us, 1000000);
	va_list args;

	if (bus->log_bytes > LOG_SIZE - 256) {		/* the newer half stays */
		bus->log_bytes -= LOG_SIZE / 2;
		memmove(bus->log, bus->log + LOG_SIZE / 2, bus->log_bytes);
	}
	bus->log_bytes += scnprintf(bus->log + bus->log_bytes, LOG_SIZE - bus->log_bytes, "%llu.%06u ", us, rest);
	va_start(args, format);
	bus->log_bytes += vscnprintf(bus->log + bus->log_bytes, LOG_SIZE - bus->log_bytes, format, args);
	va_end(args);
}

static struct slave *find(struct bus *bus, u16 address)
{
	struct slave *slave;

	list_for_each_entry(slave, &bus->slaves, list)
		if (slave->address == address)
			return slave;
	return NULL;
}

/* The fault that a transfer meets, which is one fewer to come. */
static struct fault take(struct fault *fault)
{
	struct fault taken = *fault;

	if (!taken.hang && !taken.count)
		return (struct fault) { };
	if (fault->count > 0)
		fault->count--;
	return taken;
}

/* Without the lock: what it waits for is written meanwhile. */
static int suffer(struct bus *bus, struct fault fault, unsigned int orders)
{
	if (fault.hang)
		return wait_event_killable(bus->ordered, READ_ONCE(bus->orders) != orders);
	if (fault.delay_ms)
		msleep(fault.delay_ms);
	return fault.error;
}

static u8 *cell(struct slave *slave, u8 *memory, u32 address, int i)
{
	const struct model *model = slave->model;
	u32 at = address * model->value_bytes;

	if (model->counts_up)
		return memory + (at + i) % slave->size;
	return memory + at + ((i & 1) ^ model->low_first);
}

static void store(struct slave *slave, u8 *memory, u32 address, const u8 *data, int bytes)
{
	int i;

	for (i = 0; i < bytes; i++)
		memory[(address * slave->model->value_bytes + i) % slave->size] = data[i];
}

static u32 value_at(struct slave *slave, u32 address)
{
	u8 *at = slave->registers + address * slave->model->value_bytes % slave->size;

	return slave->model->value_bytes == 2 ? at[0] << 8 | at[1] : at[0];
}

static void follow_rules(struct slave *slave, u32 address)
{
	struct rule *rule;

	for (rule = slave->rules; rule < slave->rules + slave->n_rules; rule++)
		if (rule->address == address && (value_at(slave, address) & rule->mask) == rule->value)
			store(slave, slave->registers, rule->target, rule->data, rule->bytes);
}

static void write_registers(struct slave *slave, const u8 *data, int bytes)
{
	int address_bytes = slave->model->address_bytes, n = bytes - address_bytes, i;

	if (n < 0)
		return;
	slave->pointer = address_bytes == 2 ? data[0] << 8 | data[1] : data[0];
	for (i = 0; i < n; i++) {
		u8 *at = cell(slave, slave->registers, slave->pointer, i);
		u8 mask = *cell(slave, slave->mask, slave->pointer, i);

		*at = (*at & ~mask) | (data[address_bytes + i] & mask);
	}
	for (i = 0; i < n && (slave->model->counts_up || !i); i++)
		follow_rules(slave, (slave->pointer + i) % slave->size);
}

static void read_registers(struct slave *slave, u8 *data, int bytes)
{
	int i;

	for (i = 0; i < bytes; i++)
		data[i] = *cell(slave, slave->registers, slave->pointer, i);
	if (slave->model->counts_up)
		slave->pointer = (slave->pointer + bytes) % slave->size;
}

static void write_command(struct slave *slave, const u8 *data, int bytes)
{
	int i, longest = 0;

	slave->reply = -1;
	for (i = 0; i < slave->n_replies; i++) {
		struct reply *reply = &slave->replies[i];

		if (reply->command_bytes > longest && reply->command_bytes <= bytes &&
		    !memcmp(reply->command, data, reply->command_bytes)) {
			longest = reply->command_bytes;
			slave->reply = i;
		}
	}
}

static void read_reply(struct slave *slave, u8 *data, int bytes)
{
	struct reply *reply = slave->reply < 0 ? NULL : &slave->replies[slave->reply];

	memset(data, 0xff, bytes);
	if (reply)
		memcpy(data, reply->data, min(bytes, reply->bytes));
}

static void exchange(struct slave *slave, struct i2c_msg *message)
{
	bool commands = !slave->model->address_bytes;

	if (!message->len)
		return;
	if (message->flags & I2C_M_RD)
		(commands ? read_reply : read_registers)(slave, message->buf, message->len);
	else
		(commands ? write_command : write_registers)(slave, message->buf, message->len);
}

static int transfer_one(struct bus *bus, struct i2c_msg *message)
{
	char direction = message->flags & I2C_M_RD ? 'r' : 'w';
	struct fault fault = { };
	struct slave *slave;
	unsigned int orders;
	int error;

	mutex_lock(&bus->lock);
	orders = bus->orders;
	slave = find(bus, message->addr);
	if (slave && slave->present)
		fault = take(&slave->fault);
	mutex_unlock(&bus->lock);
	error = suffer(bus, fault, orders);

	mutex_lock(&bus->lock);
	slave = find(bus, message->addr);		/* it may be gone by now */
	if (!error && (!slave || !slave->present))
		error = -EREMOTEIO;
	if (error) {
		note(bus, "%02x %c error %d\n", message->addr, direction, -error);
	} else {
		exchange(slave, message);
		note(bus, "%02x %c %*phN\n", message->addr, direction, min_t(int, message->len, 64), message->buf);
	}
	mutex_unlock(&bus->lock);
	return error;
}

static int transfer(struct i2c_adapter *adapter, struct i2c_msg *messages, int n)
{
	struct bus *bus = i2c_get_adapdata(adapter);
	struct fault fault;
	unsigned int orders;
	int i, error;

	mutex_lock(&bus->lock);
	bus->transfers++;
	orders = bus->orders;
	fault = take(&bus->fault);
	mutex_unlock(&bus->lock);
	error = suffer(bus, fault, orders);
	if (error) {
		mutex_lock(&bus->lock);
		note(bus, "-- - error %d\n", -error);
		mutex_unlock(&bus->lock);
	}
	for (i = 0; i < n && !error; i++)
		error = transfer_one(bus, &messages[i]);
	return error ? error : n;
}

static u32 functionality(struct i2c_adapter *adapter)
{
	return I2C_FUNC_I2C | I2C_FUNC_SMBUS_EMUL;
}

static const struct i2c_algorithm algorithm = { .master_xfer = transfer, .functionality = functionality };

/* What the user wrote as a string, to be freed. */
static char *input(const char __user *user, size_t bytes)
{
	return bytes > INPUT_SIZE ? ERR_PTR(-EINVAL) : memdup_user_nul(user, bytes);
}

/* Hex digits, blanks between bytes allowed. The number of bytes or a negative errno. */
static int parse_bytes(const char *text, u8 *out, int most)
{
	int n = 0;

	for (text = skip_spaces(text); *text; text = skip_spaces(text + 2))
		if (n == most || hex2bin(out + n++, text, 1))
			return -EINVAL;
	return n;
}

static int set_reply(struct slave *slave, const char *command, const char *data)
{
	struct reply reply = { };
	int i;

	reply.command_bytes = parse_bytes(command, reply.command, sizeof(reply.command));
	reply.bytes = parse_bytes(data, reply.data, sizeof(reply.data));
	if (reply.command_bytes <= 0 || reply.bytes < 0)
		return -EINVAL;
	for (i = 0; i < slave->n_replies; i++)
		if (slave->replies[i].command_bytes == reply.command_bytes &&
		    !memcmp(slave->replies[i].command, reply.command, reply.command_bytes))
			break;
	if (i == ARRAY_SIZE(slave->replies))
		return -ENOSPC;
	slave->replies[i] = reply;
	slave->n_replies = max(slave->n_replies, i + 1);
	return 0;
}

static int set_registers(struct slave *slave, u8 *memory, const char *address, const char *data)
{
	u8 parsed[1024];
	int bytes = parse_bytes(data, parsed, sizeof(parsed));
	u32 at;

	if (bytes <= 0 || bytes % slave->model->value_bytes || kstrtou32(address, 16, &at) ||
	    at * slave->model->value_bytes + bytes > slave->size)
		return -EINVAL;
	store(slave, memory, at, parsed, bytes);
	return 0;
}

static int set_rule(struct slave *slave, const char *text)
{
	struct rule rule = { };
	int i, read = 0;

	if (sscanf(text, "%x %x %x %x %n", &rule.address, &rule.mask, &rule.value, &rule.target, &read) < 4 || !read)
		return -EINVAL;
	rule.bytes = parse_bytes(text + read, rule.data, sizeof(rule.data));
	if (rule.bytes <= 0)
		return -EINVAL;
	for (i = 0; i < slave->n_rules; i++)
		if (!memcmp(&slave->rules[i], &rule, offsetof(struct rule, data)))
			break;
	if (i == ARRAY_SIZE(slave->rules))
		return -ENOSPC;
	slave->rules[i] = rule;
	slave->n_rules = max(slave->n_rules, i + 1);
	return 0;
}

static int set(struct slave *slave, const char *file, char *text)
{
	char *rest = skip_spaces(text), *first;

	if (!strcmp(file, "when"))
		return set_rule(slave, rest);
	first = strsep(&rest, " \t\n");
	if (!rest)
		return -EINVAL;
	if (!slave->model->address_bytes)
		return set_reply(slave, first, rest);
	return set_registers(slave, strcmp(file, "mask") ? slave->registers : slave->mask, first, rest);
}

static ssize_t set_write(struct file *file, const char __user *user, size_t bytes, loff_t *position)
{
	struct slave *slave = file_inode(file)->i_private;
	char *text = input(user, bytes);
	int error;

	if (IS_ERR(text))
		return PTR_ERR(text);
	mutex_lock(&slave->bus->lock);
	error = set(slave, file->f_path.dentry->d_name.name, text);
	mutex_unlock(&slave->bus->lock);
	kfree(text);
	return error ? error : bytes;
}

static const struct file_operations set_fops = { .owner = THIS_MODULE, .open = simple_open, .write = set_write };

static const struct {
	const char *name;
	int error;
} errors[] = {
	{ "OK", 0 }, { "EIO", -EIO }, { "ENXIO", -ENXIO }, { "EAGAIN", -EAGAIN }, { "EBUSY", -EBUSY }, { "ENODEV", -ENODEV },
	{ "EOPNOTSUPP", -EOPNOTSUPP }, { "ETIMEDOUT", -ETIMEDOUT }, { "EREMOTEIO", -EREMOTEIO },
};

static int parse_fault(const char *text, struct fault *fault)
{
	char name[16] = "", count[16] = "all";
	int i;

	if (sscanf(text, "%15s %15s %u", name, count, &fault->delay_ms) < 1)
		return -EINVAL;
	fault->hang = !strcmp(name, "hang");
	if (fault->hang || !strcmp(name, "none"))
		return 0;
	fault->count = ALL;
	if (strcmp(count, "all") && (kstrtoint(count, 10, &fault->count) || fault->count < 0))
		return -EINVAL;
	for (i = 0; i < ARRAY_SIZE(errors); i++)
		if (!strcmp(errors[i].name, name)) {
			fault->error = errors[i].error;
			return 0;
		}
	return -EINVAL;
}

static ssize_t order(struct bus *bus, struct fault *fault, const char __user *user, size_t bytes)
{
	struct fault parsed = { };
	char *text = input(user, bytes);
	int error;

	if (IS_ERR(text))
		return PTR_ERR(text);
	error = parse_fault(text, &parsed);
	kfree(text);
	if (error)
		return error;
	mutex_lock(&bus->lock);
	*fault = parsed;
	WRITE_ONCE(bus->orders, bus->orders + 1);
	mutex_unlock(&bus->lock);
	wake_up_all(&bus->ordered);
	return bytes;
}

static ssize_t bus_fault_write(struct file *file, const char __user *user, size_t bytes, loff_t *position)
{
	struct bus *bus = file_inode(file)->i_private;

	return order(bus, &bus->fault, user, bytes);
}

static ssize_t slave_fault_write(struct file *file, const char __user *user, size_t bytes, loff_t *position)
{
	struct slave *slave = file_inode(file)->i_private;

	return order(slave->bus, &slave->fault, user, bytes);
}

static const struct file_operations bus_fault_fops = {
	.owner = THIS_MODULE, .open = simple_open, .write = bus_fault_write,
};
static const struct file_operations slave_fault_fops = {
	.owner = THIS_MODULE, .open = simple_open, .write = slave_fault_write,
};

static bool is_zero(const u8 *data)
{
	return !memchr_inv(data, 0, 16);
}

static int regs_show(struct seq_file *out, void *unused)
{
	struct slave *slave = out->private;
	int i;

	mutex_lock(&slave->bus->lock);
	for (i = 0; i < slave->size; i += 16)
		if (!is_zero(slave->registers + i))
			seq_printf(out, "%0*x: %16ph\n", slave->model->address_bytes * 2,
				   i / slave->model->value_bytes, slave->registers + i);
	for (i = 0; i < slave->n_replies; i++) {
		struct reply *reply = &slave->replies[i];

		seq_printf(out, "%*phN: %*phN\n", reply->command_bytes, reply->command,
			   min(reply->bytes, 64), reply->data);
	}
	mutex_unlock(&slave->bus->lock);
	return 0;
}
DEFINE_SHOW_ATTRIBUTE(regs);

static void free_slave(struct slave *slave)
{
	kvfree(slave->registers);
	kvfree(slave->mask);
	kvfree(slave);
}

static struct slave *make_slave(struct bus *bus, u16 address, const struct model *model)
{
	struct slave *slave = kvzalloc(sizeof(*slave), GFP_KERNEL);

	if (!slave)
		return NULL;
	slave->bus = bus;
	slave->address = address;
	slave->model = model;
	slave->present = 1;
	slave->reply = -1;
	slave->size = model->value_bytes << (8 * model->address_bytes);
	slave->registers = kvzalloc(slave->size + 1, GFP_KERNEL);
	slave->mask = kvzalloc(slave->size + 1, GFP_KERNEL);
	if (!slave->registers || !slave->mask) {
		free_slave(slave);
		return NULL;
	}
	memset(slave->mask, 0xff, slave->size);
	return slave;
}

static void show_slave(struct slave *slave)
{
	char name[8];

	snprintf(name, sizeof(name), "%02x", slave->address);
	slave->dir = debugfs_create_dir(name, slave->bus->dir);
	debugfs_create_file("set", 0200, slave->dir, slave, &set_fops);
	if (slave->model->address_bytes) {
		debugfs_create_file("mask", 0200, slave->dir, slave, &set_fops);
		debugfs_create_file("when", 0200, slave->dir, slave, &set_fops);
	}
	debugfs_create_file("regs", 0400, slave->dir, slave, &regs_fops);
	debugfs_create_u32("present", 0600, slave->dir, &slave->present);
	debugfs_create_file("fault", 0200, slave->dir, slave, &slave_fault_fops);
}

static const struct model *find_model(const char *name)
{
	int i;

	for (i = 0; i < ARRAY_SIZE(models); i++)
		if (!strcmp(models[i].name, name))
			return &models[i];
	return NULL;
}

static int add(struct bus *bus, const char *text)
{
	const struct model *model;
	struct slave *slave;
	unsigned int address;
	char name[8] = "reg8";
	bool taken;

	if (sscanf(text, "%x %7s", &address, name) < 1 || address < 3 || address > 0x77)
		return -EINVAL;
	model = find_model(name);
	if (!model)
		return -EINVAL;
	slave = make_slave(bus, address, model);
	if (!slave)
		return -ENOMEM;
	mutex_lock(&bus->lock);
	taken = find(bus, address);
	if (!taken)
		list_add(&slave->list, &bus->slaves);
	mutex_unlock(&bus->lock);
	if (taken) {
		free_slave(slave);
		return -EEXIST;
	}
	show_slave(slave);
	return 0;
}

static ssize_t add_write(struct file *file, const char __user *user, size_t bytes, loff_t *position)
{
	char *text = input(user, bytes);
	int error;

	if (IS_ERR(text))
		return PTR_ERR(text);
	error = add(file_inode(file)->i_private, text);
	kfree(text);
	return error ? error : bytes;
}

static const struct file_operations add_fops = { .owner = THIS_MODULE, .open = simple_open, .write = add_write };

static ssize_t del_write(struct file *file, const char __user *user, size_t bytes, loff_t *position)
{
	struct bus *bus = file_inode(file)->i_private;
	struct slave *slave;
	unsigned int address;
	int error = kstrtouint_from_user(user, bytes, 16, &address);

	if (error)
		return error;
	mutex_lock(&bus->lock);
	slave = find(bus, address);
	if (slave)
		list_del(&slave->list);
	mutex_unlock(&bus->lock);
	if (!slave)
		return -ENOENT;
	debugfs_remove_recursive(slave->dir);
	free_slave(slave);
	return bytes;
}

static const struct file_operations del_fops = { .owner = THIS_MODULE, .open = simple_open, .write = del_write };

static int log_show(struct seq_file *out, void *unused)
{
	struct bus *bus = out->private;

	mutex_lock(&bus->lock);
	seq_write(out, bus->log, bus->log_bytes);
	mutex_unlock(&bus->lock);
	return 0;
}

static int log_open(struct inode *inode, struct file *file)
{
	return single_open_size(file, log_show, inode->i_private, LOG_SIZE);
}

static ssize_t log_write(struct file *file, const char __user *user, size_t bytes, loff_t *position)
{
	struct bus *bus = file_inode(file)->i_private;

	mutex_lock(&bus->lock);
	bus->log_bytes = 0;
	mutex_unlock(&bus->lock);
	return bytes;
}

static const struct file_operations log_fops = {
	.owner = THIS_MODULE, .open = log_open, .read = seq_read, .llseek = seq_lseek,
	.release = single_release, .write = log_write,
};

static int start(struct bus *bus, int nr, const char *name)
{
	char dir[16];
	int error;

	mutex_init(&bus->lock);
	INIT_LIST_HEAD(&bus->slaves);
	init_waitqueue_head(&bus->ordered);
	bus->log = kvzalloc(LOG_SIZE, GFP_KERNEL);
	if (!bus->log)
		return -ENOMEM;
	bus->adapter.owner = THIS_MODULE;
	bus->adapter.algo = &algorithm;
	bus->adapter.nr = nr;
	strscpy(bus->adapter.name, name ? name : "i2c-sim", sizeof(bus->adapter.name));
	i2c_set_adapdata(&bus->adapter, bus);
	error = i2c_add_numbered_adapter(&bus->adapter);
	if (error) {
		kvfree(bus->log);
		return error;
	}
	snprintf(dir, sizeof(dir), "i2c-sim-%d", nr);
	bus->dir = debugfs_create_dir(dir, NULL);
	debugfs_create_file("add", 0200, bus->dir, bus, &add_fops);
	debugfs_create_file("del", 0200, bus->dir, bus, &del_fops);
	debugfs_create_file("fault", 0200, bus->dir, bus, &bus_fault_fops);
	debugfs_create_file("log", 0600, bus->dir, bus, &log_fops);
	debugfs_create_u64("transfers", 0400, bus->dir, &bus->transfers);
	return 0;
}

static void stop(struct bus *bus)
{
	struct slave *slave, *next;

	i2c_del_adapter(&bus->adapter);
	debugfs_remove_recursive(bus->dir);
	list_for_each_entry_safe(slave, next, &bus->slaves, list)
		free_slave(slave);
	kvfree(bus->log);
}

static int __init sim_init(void)
{
	int i, error;

	for (i = 0; i < n_buses; i++) {
		error = start(&all_buses[i], buses[i], names[i]);
		if (error) {
			while (i--)
				stop(&all_buses[i]);
			return error;
		}
	}
	return 0;
}

static void __exit sim_exit(void)
{
	int i;

	for (i = 0; i < n_buses; i++)
		stop(&all_buses[i]);
}

module_init(sim_init);
module_exit(sim_exit);
MODULE_DESCRIPTION("Simulated I2C adapters with register-map and command slaves");
MODULE_LICENSE("GPL");
