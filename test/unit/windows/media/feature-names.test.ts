import { describe, expect, it } from 'vitest';
import { UserError } from '../../../../src/errors.ts';
import { checkFeatures, featureNames } from '../../../../src/windows/media/feature-names.ts';

const MANIFEST = `\ufeff<?xml version="1.0" encoding="utf-8" standalone="yes"?>
<assembly xmlns="urn:schemas-microsoft-com:asm.v3" manifestVersion="1.0">
  <assemblyIdentity name="Some-Package" />
  <package identifier="Some" releaseType="Feature Pack">
    <parent><assemblyIdentity name="Microsoft-Windows-Foundation-Package" /></parent>
    <update name="One" displayName="One"><selectable disposition="staged"><detectNone default="false" /></selectable></update>
    <update name="Two"><applicable disposition="detect"><detectUpdate><update name="Hidden" /></detectUpdate></applicable></update>
    <update displayName="nameless" />
  </package>
  <update name="Outside" />
</assembly>`;

function refusal(wanted: readonly string[], known: readonly string[]): UserError | undefined {
  try {
    checkFeatures(wanted, known, '"image"');
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

describe('featureNames', () => {
  it('are those of the updates of a package, not of what they refer to', () => {
    expect(featureNames(MANIFEST, 'x.mum')).toEqual(['One', 'Two']);
  });

  it.each(['', 'DCM\u0001 compressed <update', '<assembly><package/></assembly>'])('are none in %j', (text) => {
    expect(featureNames(text, 'x.mum')).toEqual([]);
  });
});

describe('checkFeatures', () => {
  it('takes names in any case', () => {
    expect(refusal(['netfx3', 'TelnetClient'], ['NetFx3', 'TelnetClient'])).toBeUndefined();
    expect(refusal([], [])).toBeUndefined();
  });

  it('names all that are unknown, with the nearest', () => {
    const error = refusal(['TelnetClent', 'NetFx3', 'Zzz'], ['NetFx3', 'TelnetClient']);
    expect(error?.code).toBe('feature-unknown');
    expect(error?.message).toBe('The image "image" has no feature "TelnetClent" (did you mean "TelnetClient"?), "Zzz"');
  });
});

it('says how features are called, with all that are unknown', () => {
  expect(refusal(['x'], [])).toMatchObject({
    message: 'The image "image" has no feature "x"',
    hint: expect.stringContaining('dism /Online /Get-Features') as string,
  });
});

it('reads every package of an assembly, and no update without a name', () => {
  const manifest =
    '<assembly><package><update name="A"/></package><other><update name="no"/></other><package><update/><update name="B"/></package></assembly>';
  expect(featureNames(manifest, 'x')).toEqual(['A', 'B']);
});
