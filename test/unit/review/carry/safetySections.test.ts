import { describe, expect, it } from 'vitest';
import { newSafetySection, safetySections } from '../../../../src/core/review/carry/safetySections.ts';
import { file, hunk, patch, series } from '../sample.ts';

const declared = (...lines: readonly string[]) =>
  safetySections(series([patch(1, [file('src/fan.rs', [hunk(1, lines)])])]));

const CALL = ['    let fan = unsafe { from_opaque(opaque) };'];
const FUNCTION = '+pub unsafe fn from_opaque(opaque: *mut c_void) -> &Fan {';
const SECTION = ['+/// # Safety', '+///', '+/// `opaque` points to a realized fan.'];

describe('newSafetySection', () => {
  it('is the section that a called function was given', () => {
    expect(newSafetySection(declared(FUNCTION), declared(...SECTION, FUNCTION), CALL)).toContain(
      'realized fan',
    );
  });

  it('is none that stood there, holds the place of one, or is of a function that is not called', () => {
    const documented = declared(...SECTION, FUNCTION);
    expect(newSafetySection(documented, documented, CALL)).toBeNull();
    const placeholder = declared('+/// # Safety', '+///', '+/// TODO', FUNCTION);
    expect(newSafetySection(declared(FUNCTION), placeholder, CALL)).toBeNull();
    expect(newSafetySection(declared(FUNCTION), documented, ['let fan = from_box(opaque);'])).toBeNull();
  });

  it('is that of a trait, for who implements it', () => {
    const trait = '+pub unsafe trait Device {';
    const said = newSafetySection(declared(trait), declared(...SECTION, trait), [
      'unsafe impl Device for Fan {',
    ]);
    expect(said).toContain('realized fan');
  });
});
