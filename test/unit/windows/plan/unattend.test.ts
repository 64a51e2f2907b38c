import { describe, expect, it } from 'vitest';
import { UserError } from '../../../../src/errors.ts';
import { checkUnattend, defaultUnattend } from '../../../../src/windows/plan/unattend.ts';

function refusal(xml: string): UserError {
  try {
    checkUnattend(xml, 'answer.xml');
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('checkUnattend', () => {
  it('takes the default, which has no password', () => {
    const xml = defaultUnattend('de-DE');
    expect(() => checkUnattend(xml, 'answer.xml')).not.toThrow();
    expect(xml).toContain('<UILanguage>de-DE</UILanguage>');
    expect(xml).not.toMatch(/password/i);
  });

  it('names line and column of what is not well-formed', () => {
    expect(refusal('<unattend xmlns="urn:schemas-microsoft-com:unattend">\n<a></b>\n</unattend>').message).toContain(
      'answer.xml:2:',
    );
  });

  it.each(['', 'text', '<unattend/>', '<a xmlns="urn:schemas-microsoft-com:unattend"/>'])('refuses %j', (xml) => {
    expect(refusal(xml).code).toBe('input-invalid');
  });
});
