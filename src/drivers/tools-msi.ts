/** The drivers inside the Tools installer: setup.exe carries an MSI, whose administrative image is the tree of drivers. */

import { mkdir } from 'node:fs/promises';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { assertPlainTree } from '../files/plain-tree.ts';
import { writeWithMsiexec, writeWithSetup } from './administrative-image.ts';
import { findMsi } from './find-msi.ts';

type MsiContext = Pick<Context, 'tools' | 'temp' | 'signal' | 'log'>;

/**
 * Unpacks the MSI inside the installer into `target`: with msiextract on Linux, with msiexec on Windows.
 * @throws UserError tool-missing, driver-not-found when the installer holds no MSI; ToolError
 */
export async function extractMsi(setup: string, target: string, context: MsiContext): Promise<void> {
  const msi = await findMsi(setup, context);
  await mkdir(target, { recursive: true });
  if (process.platform === 'win32') await writeWithMsiexec(msi, target, context);
  else await context.tools.run('msiextract', ['-C', target, msi]);
  await assertPlainTree(target);
}

/**
 * Lets the installer itself write its administrative image. On Windows only.
 * @throws UserError input-invalid elsewhere; ToolError
 */
export async function extractWithSetup(setup: string, target: string, context: MsiContext): Promise<void> {
  if (process.platform !== 'win32') {
    throw new UserError(
      'input-invalid',
      'Input method: "setup" runs the Tools installer, which only Windows can',
      'Use method: msi (7-Zip and msitools) or auto on this runner.',
    );
  }
  await mkdir(target, { recursive: true });
  await writeWithSetup(setup, target, context);
  await assertPlainTree(target);
}
