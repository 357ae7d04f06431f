import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toSnakeCase } from './snake-case.ts';

const HUGE = 100 * 1024;

describe('a key or event name becomes snake_case', () => {
  it.each([
    ['Project created', 'project_created'],
    ['projectName', 'project_name'],
  ])('as the destination pages show: %s → %s', (given, expected) => {
    expect(toSnakeCase(given)).toBe(expected);
  });

  it.each([
    ['signedUpAt', 'signed_up_at'],
    ['Signed Up At', 'signed_up_at'],
    ['signed_up_at', 'signed_up_at'],
    ['Project Created', 'project_created'],
    ['ProjectCreated', 'project_created'],
    ['project-created', 'project_created'],
    ['subscription.renewed', 'subscription_renewed'],
    ['HTTPRequest', 'http_request'],
    ['userID', 'user_id'],
    ['UserIDs', 'user_i_ds'],
    ['plan2Pro', 'plan2_pro'],
    ['billingPlan2', 'billing_plan2'],
    ['$os', 'os'],
    ['$current_url', 'current_url'],
    ['a/b', 'a_b'],
    ['a::B', 'a_b'],
    ['a-B', 'a_b'],
    ['  padded  ', 'padded'],
    ['a__b', 'a_b'],
    ['_lead', 'lead'],
    ['trail_', 'trail'],
    ['C++', 'c'],
    ["don't", 'don_t'],
    ['CompleteRegistration', 'complete_registration'],
    ['Register_to_a_webinar_on', 'register_to_a_webinar_on'],
    ['addon_licenseId', 'addon_license_id'],
    ['A', 'a'],
    ['AB', 'ab'],
    ['aB', 'a_b'],
    ['A1Bc', 'a1_bc'],
    ['AAaAa', 'a_aa_aa'],
    ['__proto__', 'proto'],
    ['2026', '2026'],
  ])('as underscore and parameterize would have it: %s → %s', (given, expected) => {
    expect(toSnakeCase(given)).toBe(expected);
  });

  it.each([
    ['Größe', 'grosse'],
    ['ÜberGröße', 'uber_grosse'],
    ['Þórr', 'thorr'],
    ['Łódź', 'lodz'],
    ['œuvre', 'oeuvre'],
    ['Ærø', 'aero'],
    ['đak', 'dak'],
    ['ħŧŋĸ', 'htngk'],
    ['İstanbul', 'istanbul'],
    ['ısı', 'isi'],
    ['ŉa', 'na'],
    ['ĿaŀA', 'lala'],
    ['2×3', '2x3'],
    ['m²', 'm'],
    ['caféName', 'cafename'],
    ['caféÉcole', 'cafeecole'],
    ['cafe\u0301Name', 'cafename'],
  ])('with Latin letters in ASCII, as Rails writes them: %s → %s', (given, expected) => {
    expect(toSnakeCase(given)).toBe(expected);
  });

  it.each([
    ['STRAẞE', 'strasse'],
    ['Tiếng Việt', 'tieng_viet'],
    ['Știri', 'stiri'],
    ['ﬁnal', 'final'],
    ['Ａｂ', 'ab'],
    ['Ⅳ', 'iv'],
    ['\u212Aelvin', 'kelvin'],
    ['x\u0304y', 'xy'],
    ['e\u0301', 'e'],
    ['Aİb', 'aib'],
    ['Bakı şəhəri', 'baki_s_h_ri'],
  ])('with the Latin letters that Rails gives up on: %s → %s', (given, expected) => {
    expect(toSnakeCase(given)).toBe(expected);
  });

  it.each([
    ['a\u0000b', 'a_b'],
    ['a\uD800b', 'a_b'],
    ['a\uDC00b', 'a_b'],
    ['a😀b', 'a_b'],
    ['a\u200Db', 'a_b'],
    ['日本Name', 'name'],
    ['Имя user', 'user'],
  ])('with one _ for a run of anything else: %j → %s', (given, expected) => {
    expect(toSnakeCase(given)).toBe(expected);
  });

  it.each(['', ' ', '_', '$', '日本語', '🎉', 'Имя', '\u0301', '\uD800', '\u0000'])(
    'is empty when nothing of it is left: %j',
    (given) => {
      expect(toSnakeCase(given)).toBe('');
    },
  );
});

describe('the snake_case of any text', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({
      unit: fc.constantFrom('a', 'B', 'É', 'ß', '1', '_', ' ', '-', '\u0301', '\uD800', '😀'),
      maxLength: 40,
    }),
  );

  it('is words of ASCII letters and digits with one _ between them', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(toSnakeCase(text)).toMatch(/^(?:[a-z0-9]+(?:_[a-z0-9]+)*)?$/);
      }),
      { seed: 20261123, numRuns: 2000 },
    );
  });

  it('stays as it is the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = toSnakeCase(text);
        expect(toSnakeCase(once)).toBe(once);
      }),
      { seed: 20261123, numRuns: 2000 },
    );
  });

  it('is ASCII for every single code unit', () => {
    const strays: string[] = [];
    for (let code = 0; code <= 0xffff; code += 1) {
      const character = String.fromCharCode(code);
      if (!/^[a-z0-9]*$/.test(toSnakeCase(character))) strays.push(character);
    }
    expect(strays).toEqual([]);
  });

  it.each([
    ['a', HUGE],
    ['A', HUGE],
    ['_', 0],
    [' ', 0],
    ['É', HUGE],
    ['\u0301', 0],
    ['\u0301\u0316', 0],
    ['語', 0],
    ['Aa', 3 * HUGE - 1],
  ])('is found for 100 KB and more of %j', (unit, length) => {
    expect(toSnakeCase(unit.repeat(HUGE))).toHaveLength(length);
  });
});
