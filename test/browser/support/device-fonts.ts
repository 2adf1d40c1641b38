import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { woff2 } from 'fonteditor-core';

/** The fonts of a device, instead of those of the one that the tests run on. */
export interface DeviceFonts {
  /** @returns what a browser on that device is told by its environment */
  install(): Promise<NodeJS.ProcessEnv>;
  forget(): void;
}

const LATIN = 'node_modules/@expo-google-fonts/noto-sans';
const CHINESE = 'dist/fonts/chinese-script.woff2';
/** As systems call theirs. */
const CHINESE_NAME = 'Noto Sans CJK SC';

/** A device with letters for Latin and Cyrillic, and maybe for Chinese, but for no other script. */
export function deviceFonts({ chinese }: { chinese: boolean }): DeviceFonts {
  let folder = '';
  return {
    async install() {
      folder = mkdtempSync(join(tmpdir(), 'amparo-fonts-'));
      const file = join(folder, 'fonts.conf');
      writeFileSync(file, configuration(folder));
      if (chinese) {
        // As systems have theirs: a browser takes no packed font from the system.
        await woff2.init();
        writeFileSync(join(folder, 'chinese.ttf'), woff2.decode(readFileSync(CHINESE)));
      }
      return { FONTCONFIG_FILE: file };
    },
    forget: () => rmSync(folder, { recursive: true }),
  };
}

/** For fontconfig, which gives programs their fonts on Linux. */
function configuration(folder: string): string {
  return `<?xml version="1.0"?>
    <fontconfig>
      <cachedir>${folder}</cachedir>
      <dir>${resolve(LATIN)}</dir>
      <dir>${folder}</dir>
      <match target="scan">
        <test name="file" compare="contains"><string>${folder}</string></test>
        <edit name="family" mode="assign"><string>${CHINESE_NAME}</string></edit>
      </match>
    </fontconfig>`;
}
