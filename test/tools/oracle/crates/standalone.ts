/** What of `cargo metadata` counts here. */
export interface CargoPackage {
  readonly name: string;
  readonly version: string;
  readonly edition: string;
  readonly features: Readonly<Record<string, readonly string[]>>;
  readonly dependencies: readonly CargoDependency[];
  readonly targets: readonly {
    readonly kind: readonly string[];
    readonly name: string;
    readonly src_path: string;
  }[];
}

interface CargoDependency {
  readonly name: string;
  readonly rename: string | null;
  readonly kind: string | null;
  readonly optional: boolean;
  readonly uses_default_features: boolean;
  readonly features: readonly string[];
  /** `cfg(unix)` or a target triple. */
  readonly target: string | null;
}

/** Where the manifest of a package is written. */
export interface PackagePlace {
  readonly folder: string;
  readonly cargoPackage: CargoPackage;
}

/** A manifest that resolves without a registry, or why there can be none. */
export type Standalone = { readonly manifest: string } | { readonly refused: string };

/**
 * The manifest of a package's library alone. Left out are its build script, what is needed for its tests, and optional
 * dependencies with the features that turn them on. `known` are the packages that it may need, by name; one that is not there
 * refuses the package, unless it is needed on some targets only.
 */
export function standalone(cargoPackage: CargoPackage, known: ReadonlyMap<string, PackagePlace>): Standalone {
  const { name, version, edition, targets, dependencies } = cargoPackage;
  if (targets.some(({ kind }) => kind.includes('proc-macro')))
    return { refused: 'it is a procedural macro, which would be run' };
  const library = libraryOf(cargoPackage);
  if (!library) return { refused: 'it has no library' };
  const needed = dependencies.filter(({ kind, optional }) => kind === null && !optional);
  const missing = needed.filter((one) => one.target === null && !known.has(one.name));
  if (missing.length > 0) return { refused: `it needs ${missing.map((one) => one.name).join(', ')}` };
  const found = new Map(
    needed.flatMap((one): readonly [string, Found][] => {
      const place = known.get(one.name);
      return place ? [[one.rename ?? one.name, { ...place, dependency: one }]] : [];
    }),
  );
  const manifest = [
    `[package]\nname = ${text(name)}\nversion = ${text(version)}\nedition = ${text(edition)}\nbuild = false`,
    `[lib]\nname = ${text(library.name)}\npath = ${text(library.src_path)}`,
    `[features]\n${featureLines(cargoPackage, found).join('\n')}`,
    ...[...found].map(([key, one]) => dependencyTable(key, one)),
    '[workspace]',
  ];
  return { manifest: `${manifest.join('\n\n')}\n` };
}

/** The target that is a package's library. */
export function libraryOf({ targets }: CargoPackage): CargoPackage['targets'][number] | undefined {
  return targets.find(({ kind }) => kind.some((one) => /^(lib|rlib|staticlib|cdylib)$/.test(one)));
}

/** A dependency that is there too. */
interface Found extends PackagePlace {
  readonly dependency: CargoDependency;
}

function featureLines({ features }: CargoPackage, found: ReadonlyMap<string, Found>): readonly string[] {
  const isKept = (entry: string): boolean => {
    const [, dependency, feature] = /^([^/?]+)\??\/(.+)$/.exec(entry) ?? [];
    if (dependency === undefined || feature === undefined) return isPlain(features, entry);
    return isPlain(found.get(dependency)?.cargoPackage.features ?? {}, feature);
  };
  return Object.entries(features)
    .filter(([feature]) => isPlain(features, feature))
    .map(([feature, turnedOn]) => `${text(feature)} = [${turnedOn.filter(isKept).map(text).join(', ')}]`);
}

/** Whether there is such a feature, and it turns on no dependency that is left out. */
function isPlain(features: CargoPackage['features'], feature: string): boolean {
  return !(features[feature] ?? ['dep:']).some((turnedOn) => turnedOn.startsWith('dep:'));
}

function dependencyTable(key: string, { dependency, folder, cargoPackage }: Found): string {
  const { name, target, uses_default_features, features } = dependency;
  const kept = features.filter((feature) => isPlain(cargoPackage.features, feature));
  const head = target === null ? '[dependencies' : `[target.${text(target)}.dependencies`;
  return [
    `${head}.${text(key)}]`,
    `package = ${text(name)}`,
    `path = ${text(folder)}`,
    `default-features = ${String(uses_default_features)}`,
    `features = [${kept.map(text).join(', ')}]`,
  ].join('\n');
}

/** A string of TOML: those of JSON are. */
function text(value: string): string {
  return JSON.stringify(value);
}
