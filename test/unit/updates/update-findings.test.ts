import { expect, it } from 'vitest';
import { PRODUCT_FACTS } from '../../../src/products/product.ts';
import {
  baselineLeftOut,
  baselineMissing,
  dotnetInside,
  mediaNewer,
  mediaUnknown,
  newerExpected,
  productNotListed,
  stackLeftOut,
} from '../../../src/updates/update-findings.ts';

const SERVER_16 = PRODUCT_FACTS['windows-server-2016'];
const SERVER_22 = PRODUCT_FACTS['windows-server-2022'];

it('each says what was seen, and how much it matters', () => {
  const told = [
    dotnetInside(SERVER_16),
    stackLeftOut(SERVER_16, 'KB1'),
    mediaNewer({ number: 20348, ubr: 9 }, 'KB2', { number: 20348, ubr: 8 }),
    newerExpected('KB3', '2026-08', '2026-09', false),
    newerExpected('KB3', '2026-08', '2026-09', true),
    productNotListed(SERVER_22),
  ];
  expect(told.map(({ code, severity, seen }) => [code, severity, seen])).toEqual([
    [
      'dotnet-inside-cumulative',
      'info',
      'Windows Server 2016 gets the updates of its own .NET Framework with the cumulative update.',
    ],
    [
      'servicing-stack-left-out',
      'warning',
      'KB1 for Windows Server 2016 needs a servicing-stack update, which include does not name.',
    ],
    ['media-newer', 'warning', 'The media are build 20348.9, newer than KB2 (20348.8): it would change nothing.'],
    [
      'newer-release-expected',
      'warning',
      expect.stringMatching(/^KB3 of 2026-08 was chosen by its title, .* release of 2026-09 is out/),
    ],
    [
      'newer-release-expected',
      'warning',
      'KB3 of 2026-08 was chosen, though the release of 2026-09 is out by the calendar: the release information does not list it yet.',
    ],
    ['release-info-unavailable', 'warning', 'The release information lists no update of Windows Server 2022.'],
  ]);
});

it('unknown media may need what is documented and are said to need what is reported', () => {
  expect(mediaUnknown(SERVER_22, SERVER_22.baselines)).toMatchObject({
    code: 'media-build-unknown',
    severity: 'warning',
    seen: 'The build of the Windows Server 2022 media is not known; media older than 20348.1970 need KB5030216 first.',
  });
  expect(mediaUnknown(SERVER_16, SERVER_16.baselines).seen).toBe(
    'The build of the Windows Server 2016 media is not known; media older than 14393.2273 are said to need KB4132216 first, media older than 14393.2608 are said to need KB4465659 first.',
  );
});

it('a baseline that nobody asked for is named with the build that needs it', () => {
  const [rule] = PRODUCT_FACTS['windows-server-2019'].baselines;
  expect(rule && baselineLeftOut(rule, { number: 17763, ubr: 107 })).toMatchObject({
    code: 'servicing-stack-left-out',
    severity: 'warning',
    seen: `The media are build 17763.107 and need KB5005112, of a kind (servicing-stack) that include does not name: ${rule?.reason}.`,
    remedy: 'Add servicing-stack to include, or make sure that the image has it.',
  });
});

it('a baseline that is gone is named with its reason', () => {
  const [rule] = SERVER_22.baselines;
  expect(rule && baselineMissing(rule)).toMatchObject({
    code: 'baseline-missing',
    severity: 'warning',
    seen: `The catalog no longer has KB5030216: ${rule?.reason}.`,
  });
});
