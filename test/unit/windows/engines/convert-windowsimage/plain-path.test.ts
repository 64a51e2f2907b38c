import { expect, it } from 'vitest';
import { assertPlainPath } from '../../../../../src/windows/engines/convert-windowsimage/plain-path.ts';

it.each(['C:\\a [1]\\x.vhd', 'C:\\a]\\x.vhd', 'C:\\a`b.vhd'])(
  'refuses %s, which the module takes for a pattern',
  (path) => {
    expect(() => assertPlainPath(path)).toThrow(
      expect.objectContaining({ code: 'path-invalid', message: expect.stringContaining(path) as string }),
    );
  },
);

it('takes what Windows takes besides', () => {
  for (const path of ['C:\\Größe (1) & жук\\x.vhd', "D:\\it's {1} #$%+,;=@~^!\\x.vhd"]) {
    expect(() => assertPlainPath(path)).not.toThrow();
  }
});
