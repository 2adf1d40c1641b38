// Rejects words of our early code that are not standard English, and suggests the better ones:
// `npm run words`. House rule: a name that a NestJS, React or database engineer would guess.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Old words and their replacements. Phrases match in any case; identifiers match as written. */
const PHRASES = [
  ['anew', 'again, rebuilt'],
  ['afar', 'remote'],
  ['askers?', 'client'],
  ['told of', 'listed in, returned'],
  ['(?:who|those who) asks?', 'client'],
  ['has it that', 'states'],
  ['kept[- ]answers?', 'response cache, cached responses'],
  ['conditional[- ]answers?', 'ETag, compression'],
  ['known-listings?', 'listing cache'],
  ['for want of', 'without'],
  ['keep-site', 'cache-site'],
  ['later-files\\.ts', 'deferred-assets.ts'],
  ['list-mark', 'accessible-marker'],
  ['known-code', 'speed-dial-record'],
];
const IDENTIFIERS = [
  ['AfarService', 'RemoteHelpService'],
  ['HelpFromAfar', 'RemoteHelp'],
  ['CardsService', 'DirectoryEntryService'],
  ['directoryCard\\w*', 'directoryEntry'],
  ['presentNear', 'presentNearbyListing'],
  ['Undated', 'WithoutFreshness'],
  ['Moving', 'RequestTimeFields'],
  ['FrontDoor', 'StartupListener'],
  ['letIn', 'open'],
  ['patientReader', 'retryingReader'],
  ['Outage', 'CircuitBreaker'],
  ['KeptTile', 'StoredTile'],
  ['keptAnswers', 'responseCache, cachedResponses'],
  ['mostFreshMs', 'maxFreshMs'],
  ['leastTileZoom', 'minTileZoom'],
  ['StreetsOffer', 'TileOffer'],
  ['pictureType', 'imageType'],
  ['RefusedEdit', 'EditRejectedError'],
  ['refuseOther\\w*', 'assertHttpUrl, assertCalendarDate'],
  ['refuseOlder', 'assertNotOlder'],
  ['touchOwner', 'markOwnerEdited'],
  ['forgetThatItWorks', 'resetVerification'],
  ['askServer', 'fetchJson'],
  ['askAnyway', 'fetchWithOfflineFallback'],
  ['useAnswer', 'useApi'],
  ['TellForm', 'ReportProblemForm'],
  ['CopyChooser', 'OfflineRegionsPicker'],
  ['SiteAddress', 'PageUrl'],
  ['wholeDirectory', 'emptySearch'],
  ['wholeGuide', 'presentGuide'],
  ['PageCode', 'PrintQrCode'],
  ['nameIn', 'localizedName'],
  ['listMark', 'accessibleMarker'],
  ['leadIntoPopups', 'managePopupFocus'],
  ['wantsStillness', 'prefersReducedMotion'],
  ['forgetEverything', 'clearSiteData'],
  ['takeOver', 'hydrate'],
  ['loadedWhole', 'pageLoaded'],
  ['ListingAnswers', 'ListingFacts'],
  ['loadCatalogue', 'loadCatalog'],
  ['byTrust', 'compareByTrust'],
  ['houseForAll', 'testSite'],
  ['(?:MOST|FEWEST)_\\w+', 'MAX_..., MIN_...'],
  ['\\w*METRES\\w*', '..._METERS'],
];

const SOURCE = /\.(tsx?|mjs|cjs|css|md)$/;
/** Data, history, and this list. */
const EXEMPT =
  /^(CHANGELOG\.md|tools\/check-words\.mjs|migrations\/\d+-|seed\/(records|guides)\/)|\/i18n\/messages\//;

const rules = [
  ...PHRASES.map(([old, better]) => ({ pattern: new RegExp(`\\b(?:${old})\\b`, 'gi'), better })),
  ...IDENTIFIERS.map(([old, better]) => ({ pattern: new RegExp(`\\b(?:${old})\\b`, 'g'), better })),
];

function findingsIn(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) =>
      rules.flatMap(({ pattern, better }) =>
        [...line.matchAll(pattern)].map(([word]) => `${file}:${index + 1}:${word} -> ${better}`),
      ),
    );
}

const files = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n');
const findings = files
  .filter((file) => SOURCE.test(file) && !EXEMPT.test(file))
  .flatMap(findingsIn);
for (const finding of findings) console.error(finding);
process.exitCode = findings.length > 0 ? 1 : 0;
