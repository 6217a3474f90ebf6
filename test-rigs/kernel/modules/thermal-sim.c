// SPDX-License-Identifier: GPL-2.0-only
/*
 * thermal-sim: /sys/class/thermal/thermal_zone0 of type "cpu-thermal" as on a Raspberry Pi,
 * whose temperature (1/1000 C) is written to /sys/kernel/debug/thermal-sim/temp; writing
 * "fail" 1 makes reads fail with EIO.
 */
#include <linux/debugfs.h>
#include <linux/err.h>
#include <linux/module.h>
#include <linux/thermal.h>

static char *type = "cpu-thermal";
module_param(type, charp, 0444);
static int temp = 45000;
static u32 fail;
static struct thermal_zone_device *tz;
static struct dentry *root;

static int get_temp(struct thermal_zone_device *z, int *t)
{
	*t = READ_ONCE(temp);
	return fail ? -EIO : 0;
}

static const struct thermal_zone_device_ops ops = { .get_temp = get_temp };

static int temp_get(void *p, u64 *v)
{
	*v = temp;
	return 0;
}

static int temp_set(void *p, u64 v)
{
	WRITE_ONCE(temp, v);
	return 0;
}
DEFINE_DEBUGFS_ATTRIBUTE_SIGNED(temp_fops, temp_get, temp_set, "%lld\n");

static int __init sim_init(void)
{
	tz = thermal_tripless_zone_device_register(type, NULL, &ops, NULL);
	if (IS_ERR(tz))
		return PTR_ERR(tz);
	thermal_zone_device_enable(tz);
	root = debugfs_create_dir("thermal-sim", NULL);
	debugfs_create_file_unsafe("temp", 0600, root, NULL, &temp_fops);
	debugfs_create_u32("fail", 0600, root, &fail);
	return 0;
}

static void __exit sim_exit(void)
{
	debugfs_remove_recursive(root);
	thermal_zone_device_unregister(tz);
}

module_init(sim_init);
module_exit(sim_exit);
MODULE_DESCRIPTION("Simulated CPU thermal zone");
MODULE_LICENSE("GPL");
