/** What choosing updates has to tell beside the choice. */

import type { Baseline, ProductFacts } from '../products/product.ts';
import type { Finding } from '../report/report.ts';
import type { Build } from './update.ts';

export function dotnetInside(facts: ProductFacts): Finding {
  return {
    code: 'dotnet-inside-cumulative',
    severity: 'info',
    seen: `${facts.name} gets the updates of its own .NET Framework with the cumulative update.`,
    remedy: 'Nothing to do; an added .NET Framework 4.8 is updated in the running system.',
  };
}

export function stackLeftOut(facts: ProductFacts, kb: string): Finding {
  return {
    code: 'servicing-stack-left-out',
    severity: 'warning',
    seen: `${kb} for ${facts.name} needs a servicing-stack update, which include does not name.`,
    remedy: 'Add servicing-stack to include, or make sure that the image has a new enough one.',
  };
}

/** @param rules at least one */
export function mediaUnknown(facts: ProductFacts, rules: readonly Baseline[]): Finding {
  const needs = rules.map(({ kb, belowUbr, evidence }) => {
    const need = evidence === 'reported' ? 'are said to need' : 'need';
    return `media older than ${facts.build}.${belowUbr} ${need} ${kb} first`;
  });
  return {
    code: 'media-build-unknown',
    severity: 'warning',
    seen: `The build of the ${facts.name} media is not known; ${needs.join(', ')}.`,
    remedy: 'Set media-build to the build of the image on the ISO, for example from dism /Get-WimInfo.',
  };
}

export function mediaNewer(media: Build, kb: string, build: Build): Finding {
  return {
    code: 'media-newer',
    severity: 'warning',
    seen: `The media are build ${media.number}.${media.ubr}, newer than ${kb} (${build.number}.${build.ubr}): it would change nothing.`,
    remedy: 'Choose a newer release, or correct media-build.',
  };
}

/** @param media older than the baseline */
export function baselineLeftOut({ kb, kind, reason }: Baseline, media: Build): Finding {
  return {
    code: 'servicing-stack-left-out',
    severity: 'warning',
    seen: `The media are build ${media.number}.${media.ubr} and need ${kb}, of a kind (${kind}) that include does not name: ${reason}.`,
    remedy: `Add ${kind} to include, or make sure that the image has it.`,
  };
}

export function baselineMissing({ kb, reason }: Baseline): Finding {
  return {
    code: 'baseline-missing',
    severity: 'warning',
    seen: `The catalog no longer has ${kb}: ${reason}.`,
    remedy:
      'If installing the servicing stack ends with 0x800F081E, use newer media, or name the package in a packages-file.',
  };
}

/**
 * @param expected the month whose Patch Tuesday is over
 * @param isListed it is the newest that the release information lists; else it was found by its title
 */
export function newerExpected(kb: string, month: string, expected: string, isListed: boolean): Finding {
  const out = `though the release of ${expected} is out by the calendar`;
  return {
    code: 'newer-release-expected',
    severity: 'warning',
    ...(isListed
      ? {
          seen: `${kb} of ${month} was chosen, ${out}: the release information does not list it yet.`,
          remedy: 'Run this step again later, or name the month or the KB in release.',
        }
      : {
          seen: `${kb} of ${month} was chosen by its title, ${out}; without the release information nothing says that the catalog shows all.`,
          remedy:
            'Let the step reach the release information (release-info-url), or name the month or the KB in release.',
        }),
  };
}

/** The page of the release information was read, and has nothing of the product. */
export function productNotListed(facts: ProductFacts): Finding {
  return {
    code: 'release-info-unavailable',
    severity: 'warning',
    seen: `The release information lists no update of ${facts.name}.`,
    remedy: 'The catalog was searched by title instead; letters and builds are then taken from dates and packages.',
  };
}
