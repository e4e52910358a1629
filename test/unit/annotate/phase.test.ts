import { describe, expect, it } from 'vitest';
import { annotations, one } from './analyzed.ts';

const path = 'rust/hw/char/fan/src/device.rs';

async function phaseOf(text: string, at = path, image: 'whole' | 'hunks' = 'whole') {
  const { facets } = one(await annotations('', text, { path: at, image }), 'unsafe-block');
  return { phase: facets.phase, reason: facets.phaseReason };
}

const work = (name: string): string =>
  `fn ${name}(&self) {\n    unsafe { bindings::fan_do(self.as_mut_ptr()) };\n}\n`;

describe('phase', () => {
  it.each(['whole', 'hunks'] as const)('follows a builder call, from %s', async (image) => {
    const text = `static FAN_OPS: MemoryRegionOps<Fan> = MemoryRegionOpsBuilder::<Fan>::new()\n    .read(&Fan::poke)\n    .build();\n${work('poke')}`;
    expect(await phaseOf(text, path, image)).toEqual({ phase: 'runtime', reason: 'slot read of FAN_OPS' });
  });

  it('follows an argument of a registering call', async () => {
    const text = `fn set_up(&self) {\n    self.timer.init_full(None, CLOCK, NS, Self::poke, self);\n}\n${work('poke')}`;
    expect(await phaseOf(text)).toEqual({ phase: 'runtime', reason: 'slot init_full' });
  });

  it('follows a constant of an implementation', async () => {
    const text = `impl DeviceImpl for Fan {\n    const REALIZE: Option<fn(&Self) -> Result<()>> = Some(Self::set_up);\n}\n${work('set_up')}`;
    expect(await phaseOf(text)).toEqual({ phase: 'init', reason: 'slot REALIZE' });
  });

  it('is that of the method of a trait', async () => {
    const text = `impl Drop for Fan {\n    ${work('drop').replaceAll('\n', '\n    ')}\n}\n`;
    expect(await phaseOf(text)).toEqual({ phase: 'teardown', reason: 'method drop of Drop' });
  });

  it('is not that of a method that only shares its name with a slot', async () => {
    const text = `impl Property for Fan {\n    ${work('read').replaceAll('\n', '\n    ')}\n}\n`;
    expect((await phaseOf(text, 'rust/kernel/property.rs')).phase).toBe('unknown');
    expect((await phaseOf(text.replace('Property', 'FanOps'), 'rust/kernel/property.rs')).phase).toBe(
      'runtime',
    );
  });

  describe('in the safe API', () => {
    const api = 'rust/qom/src/fan.rs';

    it('is not told by a common word, but by what callbacks are called', async () => {
      expect((await phaseOf(work('property_read'), api)).phase).toBe('unknown');
      expect((await phaseOf(work('property_read'))).phase).toBe('runtime');
      expect((await phaseOf(work('rust_read_cb'), api)).phase).toBe('runtime');
      expect((await phaseOf(work('fan_callback'), 'rust/kernel/fan.rs')).phase).toBe('runtime');
    });

    it('is not that of a caller for what is public', async () => {
      const text = `impl Drop for Fan {\n    fn drop(&mut self) {\n        self.stop()\n    }\n}\npub ${work('stop')}`;
      expect((await phaseOf(text, api)).phase).toBe('unknown');
      expect((await phaseOf(text.replace('pub ', ''), api)).phase).toBe('teardown');
    });
  });

  it('is that of setting up only if all callers are', async () => {
    const text = `impl Drop for Fan {\n    fn drop(&mut self) {\n        self.quit()\n    }\n}\nfn other(&self) {\n    self.quit()\n}\n${work('quit')}`;
    expect((await phaseOf(text)).phase).toBe('unknown');
  });

  it('is not that of the caller of another function of the same name', async () => {
    const text = `impl Drop for Fan {\n    fn drop(&mut self) {\n        self.wait()\n    }\n}\nfn wait() {}\n${work('wait')}`;
    expect((await phaseOf(text)).phase).toBe('unknown');
  });

  it('is that of the callers in the file', async () => {
    const text = `const OPS: Ops = Ops { read: Some(poke) };\nfn poke(f: &Fan) {\n    f.step()\n}\nfn step(&self) {\n    self.deep()\n}\n${work('deep')}`;
    expect((await phaseOf(text)).phase).toBe('runtime');
    expect((await phaseOf(text)).reason).toMatch(/called from poke \(slot read/);
  });

  it('takes the costlier of two', async () => {
    const text = `impl DeviceImpl for Fan {\n    const REALIZE: R = Some(Self::poke);\n}\nstatic O: Ops = Builder::new().write(&Fan::poke).build();\n${work('poke')}`;
    expect((await phaseOf(text)).phase).toBe('runtime');
  });

  it('is told by a name last, and says so', async () => {
    expect(await phaseOf(work('fan_realize'))).toEqual({ phase: 'init', reason: 'its name, fan_realize' });
    expect(await phaseOf(work('compute'))).toEqual({ phase: 'unknown', reason: null });
  });

  it('follows a table in C', async () => {
    const text =
      'static void fan_poke(void *opaque, Error **errp)\n{\n    error_setg(errp, "no");\n}\n\nstatic const MemoryRegionOps fan_ops = {\n    .write = fan_poke,\n};\n';
    const found = await annotations('', text, { path: 'hw/misc/fan.c' });
    const errors = found.filter(({ pattern, item }) => pattern === 'errp-out' && item === 'fan_poke');
    expect(errors.length).toBeGreaterThan(0);
    expect(errors[0]?.facets).toMatchObject({
      phase: 'runtime',
      phaseReason: 'slot write of fan_ops',
      layer: 'c',
    });
  });
});
