import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageTags, type SiteAssets } from '#site';
import { projectFolder } from '../config/project-folder.ts';

/** An entry of Vite's manifest. */
interface ManifestEntry {
  file: string;
  css?: string[];
  imports?: string[];
}

const ENTRY = 'src/entry-client.tsx';
const MAP = 'src/map/results-map.tsx';
const OTHER_PAGES = 'src/app/other-pages.tsx';
const OFFLINE = 'src/offline/without-server.ts';

/** Returns the folder of the built site, dist/site of this project; null if it was not built. */
export function siteFolder(): string | null {
  const folder = projectFolder();
  if (!folder) return null;
  const site = join(folder, 'dist/site');
  return existsSync(join(site, 'manifest.json')) ? site : null;
}

/** Lists the built files that pages link to. */
export function siteAssets(folder: string): SiteAssets {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<
    string,
    ManifestEntry
  >;
  const built = (name: string): ManifestEntry => {
    const entry = manifest[name];
    if (!entry) throw new Error(`The build of the site has no ${name}.`);
    return entry;
  };
  const address = (file: string) => `/${file}`;
  const entry = built(ENTRY);
  const imports = (entry.imports ?? []).flatMap(built);
  const filesOf = (name: string): string[] => {
    const own = built(name);
    const others = (own.imports ?? []).filter(
      (other) => other !== ENTRY && !entry.imports?.includes(other),
    );
    return [own, ...others.map(built)]
      .flatMap(({ file, css }) => [file, ...(css ?? [])])
      .map(address);
  };
  return {
    script: address(entry.file),
    modules: imports.map(({ file }) => address(file)),
    styles: [entry, ...imports].flatMap(({ css }) => css ?? []).map(address),
    otherPages: filesOf(OTHER_PAGES),
    offline: filesOf(OFFLINE),
    map: filesOf(MAP),
    catalogs: Object.fromEntries(
      languageTags.map((language) => [
        language,
        address(built(`src/i18n/messages/${language}.json`).file),
      ]),
    ) as SiteAssets['catalogs'],
  };
}
