package main

import (
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/vmware/govmomi/object"
	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/types"
)

// A trait is a way in which a machine differs from a sound one. It says what vSphere shows and, by applicationConsistent, what quiescing comes to.
var traits = map[string]func(m *machine, devices object.VirtualDeviceList) object.VirtualDeviceList{
	"nvme": func(_ *machine, d object.VirtualDeviceList) object.VirtualDeviceList { return onController(d, "nvme") },
	"sata": func(_ *machine, d object.VirtualDeviceList) object.VirtualDeviceList { return onController(d, "sata") },
	"floppy": func(_ *machine, d object.VirtualDeviceList) object.VirtualDeviceList {
		return append(d, &types.VirtualFloppy{VirtualDevice: types.VirtualDevice{Key: 8000}})
	},
	"iso": func(_ *machine, d object.VirtualDeviceList) object.VirtualDeviceList {
		backing := &types.VirtualCdromIsoBackingInfo{}
		backing.FileName = "[LocalDS_0] iso/ws.iso"
		return append(d, &types.VirtualCdrom{VirtualDevice: types.VirtualDevice{
			Key: 3999, Backing: backing, DeviceInfo: &types.Description{Label: "CD/DVD drive 1"},
			Connectable: &types.VirtualDeviceConnectInfo{StartConnected: true},
		}})
	},
	"vtpm": func(_ *machine, d object.VirtualDeviceList) object.VirtualDeviceList {
		return append(d, &types.VirtualTPM{VirtualDevice: types.VirtualDevice{Key: 11000}})
	},
	"encrypted": func(m *machine, d object.VirtualDeviceList) object.VirtualDeviceList {
		m.Config.KeyId = &types.CryptoKeyId{KeyId: "key"}
		return d
	},
	"independent": func(_ *machine, d object.VirtualDeviceList) object.VirtualDeviceList {
		backing := &types.VirtualDiskFlatVer2BackingInfo{DiskMode: "independent_persistent"}
		first := d.SelectByType((*types.VirtualDisk)(nil))[0].GetVirtualDevice()
		return append(d, &types.VirtualDisk{VirtualDevice: types.VirtualDevice{
			Key: 2999, ControllerKey: first.ControllerKey, UnitNumber: types.NewInt32(9), Backing: backing,
			DeviceInfo: &types.Description{Label: "Hard disk 9"},
		}})
	},
	"full-controller": func(_ *machine, d object.VirtualDeviceList) object.VirtualDeviceList {
		first := d.SelectByType((*types.VirtualDisk)(nil))[0].GetVirtualDevice()
		for unit := range int32(14) {
			d = append(d, &types.VirtualSCSIPassthrough{VirtualDevice: types.VirtualDevice{Key: 5000 + unit, ControllerKey: first.ControllerKey}})
		}
		return d
	},
	"cbt": func(m *machine, d object.VirtualDeviceList) object.VirtualDeviceList {
		m.Config.ChangeTrackingEnabled = types.NewBool(true)
		return d
	},
	"old-tools": func(m *machine, d object.VirtualDeviceList) object.VirtualDeviceList {
		m.Guest.ToolsVersion = "9536"
		return d
	},
	"other-guest": func(m *machine, d object.VirtualDeviceList) object.VirtualDeviceList {
		m.Guest.GuestId = "windows2019srvNext_64Guest"
		return d
	},
	"no-uuid": func(m *machine, d object.VirtualDeviceList) object.VirtualDeviceList {
		kept := []types.BaseOptionValue{}
		for _, o := range m.Config.ExtraConfig {
			if !strings.EqualFold(o.GetOptionValue().Key, "disk.EnableUUID") {
				kept = append(kept, o)
			}
		}
		m.Config.ExtraConfig, m.Config.Flags.DiskUuidEnabled = kept, nil
		return d
	},
	"build-2022": func(m *machine, d object.VirtualDeviceList) object.VirtualDeviceList {
		return m.saying("20348.2582", d)
	},
	"build-2022-old": func(m *machine, d object.VirtualDeviceList) object.VirtualDeviceList {
		return m.saying("20348.2581", d)
	},
	"build-2025": func(m *machine, d object.VirtualDeviceList) object.VirtualDeviceList {
		return m.saying("26100.9999", d)
	},
	"bios": func(m *machine, d object.VirtualDeviceList) object.VirtualDeviceList {
		m.Config.Firmware = string(types.GuestOsDescriptorFirmwareTypeBios)
		return d
	},
}

// saying lets Tools say the build of Windows, as those of today do.
func (m *machine) saying(build string, devices object.VirtualDeviceList) object.VirtualDeviceList {
	number, _, _ := strings.Cut(build, ".")
	m.Config.ExtraConfig = append(m.Config.ExtraConfig, &types.OptionValue{
		Key: "guestInfo.detailed.data", Value: "buildNumber='" + number + "' distroName='Windows' kernelVersion='" + build + "'",
	})
	return devices
}

// onController moves the disks to another kind of controller.
func onController(devices object.VirtualDeviceList, kind string) object.VirtualDeviceList {
	base := types.VirtualController{VirtualDevice: types.VirtualDevice{Key: 31000, DeviceInfo: &types.Description{Label: kind + " controller 0"}}}
	var controller types.BaseVirtualDevice = &types.VirtualNVMEController{VirtualController: base}
	if kind == "sata" {
		controller = &types.VirtualAHCIController{VirtualSATAController: types.VirtualSATAController{VirtualController: base}}
	}
	moved := object.VirtualDeviceList{controller}
	for _, device := range devices {
		if disk, ok := device.(*types.VirtualDisk); ok {
			other := *disk
			other.ControllerKey = 31000
			device = &other
		}
		moved = append(moved, device)
	}
	return moved
}

// before is what a machine was without traits.
type before struct {
	config types.VirtualMachineConfigInfo
	guest  types.GuestInfo
}

// setTraits gives a machine those that are asked for, in place of those that it has.
func (w *world) setTraits(rw http.ResponseWriter, r *http.Request) {
	var asked struct {
		VM     string   `json:"vm"`
		Traits []string `json:"traits"`
	}
	if err := json.NewDecoder(r.Body).Decode(&asked); err != nil {
		http.Error(rw, err.Error(), http.StatusBadRequest)
		return
	}
	all := machines(w.model.Map())
	at := slices.IndexFunc(all, func(vm *simulator.VirtualMachine) bool { return vm.Name == asked.VM })
	if at < 0 {
		http.Error(rw, "no VM "+asked.VM, http.StatusNotFound)
		return
	}
	m := &machine{VirtualMachine: all[at], world: w}
	for _, name := range asked.Traits {
		if traits[name] == nil {
			http.Error(rw, "no trait "+name, http.StatusBadRequest)
			return
		}
	}
	w.mutex.Lock()
	sound := w.sound[m.Self]
	if sound == nil {
		sound = &before{config: *m.Config, guest: *m.Guest}
		w.sound[m.Self] = sound
	}
	w.mutex.Unlock()
	ctx := w.model.Service.Context
	ctx.Map.WithLock(ctx, m.VirtualMachine, func() {
		*m.Config, *m.Guest = sound.config, sound.guest
		devices := object.VirtualDeviceList(slices.Clone(m.Config.Hardware.Device))
		for _, name := range asked.Traits {
			devices = traits[name](m, devices)
		}
		m.Config.Hardware.Device = devices
	})
}

// barred tells whether a setting keeps applications out of a snapshot, though its disks could have them.
func (m *machine) barred() bool {
	devices := object.VirtualDeviceList(m.Config.Hardware.Device)
	disks, used := 0, 0
	for _, device := range devices {
		switch devices.FindByKey(device.GetVirtualDevice().ControllerKey).(type) {
		case *types.ParaVirtualSCSIController, *types.VirtualLsiLogicSASController:
			used++
			if _, ok := device.(*types.VirtualDisk); ok {
				disks++
			}
		}
	}
	version, _ := strconv.Atoi(m.Guest.ToolsVersion)
	encrypted := m.Config.KeyId != nil || len(devices.SelectByType((*types.VirtualTPM)(nil))) > 0
	return encrypted || 15-used < disks || version < 10*1024+32 || m.Guest.GuestId != m.Config.GuestId
}
