// SPDX-License-Identifier: GPL-2.0-only
/*
 * w1-sim: a 1-Wire bus master with simulated DS18B20 thermometers at bit level, so that the
 * kernel's own w1 core (ROM search) and w1_therm work on it unchanged and /sys/bus/w1/devices/28-...
 * looks as on a Raspberry Pi with dtoverlay=w1-gpio.
 *
 *   insmod w1-sim.ko
 *   cd /sys/kernel/debug/w1-sim
 *   echo 28-0123456789ab > add      then wait for the periodic search, or:
 *                                   echo 1 > /sys/bus/w1/devices/w1_bus_master1/w1_master_search
 *   echo 21375 > 28-0123456789ab/temp          thousandths of a degree C, taken at the next conversion
 *   echo 0     > 28-0123456789ab/present       pulled off the bus
 *   echo 2     > 28-0123456789ab/bad_crc       the next 2 scratchpad reads arrive damaged
 *   echo 2     > 28-0123456789ab/brownout      the next 2 conversions end in a brown-out: what is read is the
 *                                              scratchpad of power-on, 85 C
 *   echo 28-0123456789ab > del
 */
#include <linux/debugfs.h>
#include <linux/list.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/uaccess.h>
#include <linux/w1.h>

enum state { IDLE, ROM_CMD, SEARCH, MATCH, READ_ROM, FUNC, TX, RX };

struct ds {
	struct list_head list;
	u64 rom;			/* family in the low byte, crc in the high byte */
	s32 temp;			/* 1/1000 C, what the next conversion will find */
	u32 present, bad_crc, brownout, conversions;
	u8 sp[9], eeprom[3];		/* scratchpad; TH, TL, config as copied by 0x48 */
	enum state st;
	int bit, step;			/* bit number; step within a search triplet */
	u8 cmd;
	struct dentry *dir;
};

static DEFINE_MUTEX(lock);
static LIST_HEAD(slaves);
static struct dentry *root;

static void ds_crc(struct ds *d)
{
	d->sp[8] = w1_calc_crc8(d->sp, 8);
}

static void ds_power_on(struct ds *d)
{
	static const u8 por[8] = { 0x50, 0x05, 0, 0, 0, 0xff, 0x0c, 0x10 };	/* 85 C */

	memcpy(d->sp, por, 8);
	memcpy(d->sp + 2, d->eeprom, 3);
	ds_crc(d);
}

static void ds_convert(struct ds *d)
{
	int bits = 9 + (d->sp[4] >> 5 & 3);
	int raw = DIV_ROUND_CLOSEST(d->temp * 16, 1000);

	raw &= ~((1 << (12 - bits)) - 1);
	d->sp[0] = raw & 0xff;
	d->sp[1] = raw >> 8 & 0xff;
	ds_crc(d);
	d->conversions++;
	if (d->brownout) {
		d->brownout--;
		ds_power_on(d);
	}
}

static void ds_func(struct ds *d)
{
	d->bit = 0;
	switch (d->cmd) {
	case 0x44:				/* convert T: done at once, read slots give 1 */
		ds_convert(d);
		d->st = IDLE;
		break;
	case 0xbe:				/* read scratchpad */
		d->st = TX;
		break;
	case 0x4e:				/* write scratchpad */
		d->st = RX;
		break;
	case 0x48:				/* copy scratchpad */
		memcpy(d->eeprom, d->sp + 2, 3);
		d->st = IDLE;
		break;
	case 0xb8:				/* recall */
		memcpy(d->sp + 2, d->eeprom, 3);
		ds_crc(d);
		d->st = IDLE;
		break;
	default:				/* 0xb4 read power supply: external, reads 1 */
		d->st = IDLE;
	}
}

/* What this slave puts on the wire in this time slot (1: lets it float high). */
static u8 ds_out(struct ds *d)
{
	u8 b = 1;

	switch (d->st) {
	case SEARCH:
		if (d->step < 2)
			b = (d->rom >> d->bit & 1) ^ d->step;
		break;
	case READ_ROM:
		b = d->rom >> d->bit & 1;
		break;
	case TX:
		b = d->bit < 72 ? d->sp[d->bit / 8] >> d->bit % 8 & 1 : 1;
		if (d->bad_crc && d->bit == 3)
			b ^= 1;
		break;
	default:
		break;
	}
	return b;
}

/* The slot is over and the master wrote this bit (1 in a read slot). */
static void ds_next(struct ds *d, u8 bit)
{
	switch (d->st) {
	case ROM_CMD:
		d->cmd |= bit << d->bit;
		if (++d->bit < 8)
			break;
		d->bit = d->step = 0;
		d->st = d->cmd == 0xf0 ? SEARCH : d->cmd == 0x55 ? MATCH : d->cmd == 0x33 ? READ_ROM :
			d->cmd == 0xcc ? FUNC : IDLE;
		d->cmd = 0;
		break;
	case SEARCH:
		if (d->step++ < 2)
			break;
		d->step = 0;
		if ((d->rom >> d->bit & 1) != bit || ++d->bit == 64)
			d->st = IDLE;
		break;
	case MATCH:
		if ((d->rom >> d->bit & 1) != bit) {
			d->st = IDLE;
		} else if (++d->bit == 64) {
			d->bit = 0;
			d->st = FUNC;
		}
		break;
	case READ_ROM:
		if (++d->bit == 64) {
			d->bit = 0;
			d->st = FUNC;
		}
		break;
	case FUNC:
		d->cmd |= bit << d->bit;
		if (++d->bit == 8)
			ds_func(d);
		break;
	case TX:
		if (++d->bit == 72 && d->bad_crc)
			d->bad_crc--;
		break;
	case RX:
		if (d->bit < 24) {
			u8 *p = &d->sp[2 + d->bit / 8], m = 1 << d->bit % 8;

			*p = bit ? *p | m : *p & ~m;
			if (++d->bit == 24) {
				d->sp[4] = (d->sp[4] & 0x60) | 0x1f;
				ds_crc(d);
			}
		}
		break;
	case IDLE:
		break;
	}
}

static u8 sim_touch_bit(void *data, u8 bit)
{
	struct ds *d;
	u8 wire = bit & 1;

	mutex_lock(&lock);
	if (wire)
		list_for_each_entry(d, &slaves, list)
			if (d->present)
				wire &= ds_out(d);
	list_for_each_entry(d, &slaves, list)
		if (d->present)
			ds_next(d, bit & 1);
	mutex_unlock(&lock);
	return wire;
}

static u8 sim_reset(void *data)
{
	struct ds *d;
	u8 nobody = 1;

	mutex_lock(&lock);
	list_for_each_entry(d, &slaves, list) {
		if (!d->present) {
			d->st = IDLE;
			continue;
		}
		d->st = ROM_CMD;
		d->bit = d->cmd = 0;
		nobody = 0;
	}
	mutex_unlock(&lock);
	return nobody;
}

static struct w1_bus_master master = { .touch_bit = sim_touch_bit, .reset_bus = sim_reset };

static int temp_get(void *p, u64 *v)
{
	*v = ((struct ds *)p)->temp;
	return 0;
}

static int temp_set(void *p, u64 v)
{
	((struct ds *)p)->temp = clamp_t(s64, v, -55000, 125000);
	return 0;
}
DEFINE_DEBUGFS_ATTRIBUTE_SIGNED(temp_fops, temp_get, temp_set, "%lld\n");

static int parse_rom(const char __user *u, size_t len, u64 *rom, char *name)
{
	char s[32] = "";
	unsigned int fam;
	u64 id, le;

	if (len >= sizeof(s))
		return -EINVAL;
	if (copy_from_user(s, u, len))
		return -EFAULT;
	if (sscanf(s, "%x-%llx", &fam, &id) != 2 || fam > 0xff || id >> 48)
		return -EINVAL;
	*rom = fam | id << 8;
	le = cpu_to_le64(*rom);
	*rom |= (u64)w1_calc_crc8((u8 *)&le, 7) << 56;
	snprintf(name, 24, "%02x-%012llx", fam, id);
	return 0;
}

static ssize_t add_write(struct file *f, const char __user *u, size_t len, loff_t *pos)
{
	char name[24];
	struct ds *d, *o;
	u64 rom;
	int ret = parse_rom(u, len, &rom, name);

	if (ret)
		return ret;
	d = kzalloc(sizeof(*d), GFP_KERNEL);
	if (!d)
		return -ENOMEM;
	d->rom = rom;
	d->temp = 20000;
	d->present = 1;
	d->eeprom[0] = 0x4b;		/* TH 75, TL 70, 12 bits: as delivered */
	d->eeprom[1] = 0x46;
	d->eeprom[2] = 0x7f;
	ds_power_on(d);
	mutex_lock(&lock);
	list_for_each_entry(o, &slaves, list)
		if (o->rom == rom)
			ret = -EEXIST;
	if (!ret)
		list_add_tail(&d->list, &slaves);
	mutex_unlock(&lock);
	if (ret) {
		kfree(d);
		return ret;
	}
	d->dir = debugfs_create_dir(name, root);
	debugfs_create_file_unsafe("temp", 0600, d->dir, d, &temp_fops);
	debugfs_create_u32("present", 0600, d->dir, &d->present);
	debugfs_create_u32("bad_crc", 0600, d->dir, &d->bad_crc);
	debugfs_create_u32("brownout", 0600, d->dir, &d->brownout);
	debugfs_create_u32("conversions", 0400, d->dir, &d->conversions);
	return len;
}

static const struct file_operations add_fops = { .owner = THIS_MODULE, .open = simple_open, .write = add_write };

static ssize_t del_write(struct file *f, const char __user *u, size_t len, loff_t *pos)
{
	char name[24];
	struct ds *d, *found = NULL;
	u64 rom;
	int ret = parse_rom(u, len, &rom, name);

	if (ret)
		return ret;
	mutex_lock(&lock);
	list_for_each_entry(d, &slaves, list)
		if (d->rom == rom)
			found = d;
	if (found)
		list_del(&found->list);
	mutex_unlock(&lock);
	if (!found)
		return -ENOENT;
	debugfs_remove_recursive(found->dir);
	kfree(found);
	return len;
}

static const struct file_operations del_fops = { .owner = THIS_MODULE, .open = simple_open, .write = del_write };

static int __init sim_init(void)
{
	int ret = w1_add_master_device(&master);

	if (ret)
		return ret;
	root = debugfs_create_dir("w1-sim", NULL);
	debugfs_create_file("add", 0200, root, NULL, &add_fops);
	debugfs_create_file("del", 0200, root, NULL, &del_fops);
	return 0;
}

static void __exit sim_exit(void)
{
	struct ds *d, *t;

	w1_remove_master_device(&master);
	debugfs_remove_recursive(root);
	list_for_each_entry_safe(d, t, &slaves, list)
		kfree(d);
}

module_init(sim_init);
module_exit(sim_exit);
MODULE_DESCRIPTION("Simulated 1-Wire master with DS18B20 slaves");
MODULE_LICENSE("GPL");
