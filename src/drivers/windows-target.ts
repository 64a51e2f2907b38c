/** The Windows that a product is to its drivers: the version with which the decorations of an INF are compared. */

import { PRODUCT_FACTS, type Product } from '../products/product.ts';
import type { WindowsTarget } from './inf/target-os.ts';

/** VER_NT_SERVER, and VER_SUITE_TERMINAL with VER_SUITE_SINGLEUSERTS (remote administration) of winnt.h. */
const SERVER = 3;
const REMOTE_ADMINISTRATION = 0x110;

export function windowsTarget(product: Product): WindowsTarget {
  return windowsServer(PRODUCT_FACTS[product].build);
}

/** A Windows Server for x64 of that build, all of which call themselves version 10.0. */
export function windowsServer(build: number): WindowsTarget {
  return {
    architecture: 'amd64',
    major: 10,
    minor: 0,
    build,
    productType: SERVER,
    suiteMask: REMOTE_ADMINISTRATION,
  };
}
