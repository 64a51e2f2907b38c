/** Whether a VM is off (vim25 VirtualMachinePowerState). One that is suspended is not: its guest goes on from a memory that no disk has. */

/** How a VM stands that is not off, for messages; undefined for one that is off, or of which the server does not say it. */
export function activity(powerState: string | undefined): 'running' | 'suspended' | undefined {
  if (powerState === 'poweredOn') return 'running';
  return powerState === 'suspended' ? 'suspended' : undefined;
}
