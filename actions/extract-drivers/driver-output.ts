/** How a driver appears in the output. */

import type { ExtractedDriver } from '../../src/drivers/stage-drivers.ts';

/** One element of the output `drivers`. */
export function driverOutput(driver: ExtractedDriver): Record<string, unknown> {
  return {
    name: driver.name,
    inf: driver.inf,
    class: driver.class,
    'class-guid': driver.classGuid,
    provider: driver.provider,
    'hardware-ids': driver.hardwareIds,
    version: driver.version,
    date: driver.date,
    architecture: driver.architecture,
    services: driver.services.map(({ name, startType }) => ({ name, 'start-type': startType })),
    signer: driver.signer?.name,
    'in-box': driver.inBox && { ...driver.inBox, newer: driver.newerThanInBox, proven: false },
  };
}
