import { CreateSearchFunctions1767225600000 } from './1767225600000-create-search-functions.ts';
import { CreateGazetteer1767225600001 } from './1767225600001-create-gazetteer.ts';
import { CreateDirectory1767225600002 } from './1767225600002-create-directory.ts';
import { CreateEditorial1767225600003 } from './1767225600003-create-editorial.ts';
import { CreateReadModel1767225600004 } from './1767225600004-create-read-model.ts';
import { CompleteListingIndexes1767225600005 } from './1767225600005-complete-listing-indexes.ts';
import { TellPhoneTypes1767225600006 } from './1767225600006-tell-phone-types.ts';
import { KeepTranslations1767225600007 } from './1767225600007-keep-translations.ts';
import { TellWhoIsAccepted1767225600008 } from './1767225600008-tell-who-is-accepted.ts';
import { TellWhatHelpsInDetention1767225600009 } from './1767225600009-tell-what-helps-in-detention.ts';
import { TellGuides1767225600010 } from './1767225600010-tell-guides.ts';
import { DropChangeAnnouncement1767225600011 } from './1767225600011-drop-change-announcement.ts';
import { AddFileSuggestions1767225600012 } from './1767225600012-add-file-suggestions.ts';
import { AddSpeedDialScopeAndEntryReferences1767225600013 } from './1767225600013-add-speed-dial-scope-and-entry-references.ts';
import { AddSuggestionRetention1767225600014 } from './1767225600014-add-suggestion-retention.ts';
import { IndexChangesByRecord1767225600015 } from './1767225600015-index-changes-by-record.ts';
import { AllowSeveralOfEverything1767225600016 } from './1767225600016-allow-several-of-everything.ts';
import { AddFormerNames1767225600017 } from './1767225600017-add-former-names.ts';
import { AddSummaries1767225600018 } from './1767225600018-add-summaries.ts';
import { CoverListingFilters1767225600019 } from './1767225600019-cover-listing-filters.ts';
import { RankWithoutWorkers1767225600020 } from './1767225600020-rank-without-workers.ts';
import { DivideSitemap1767225600021 } from './1767225600021-divide-sitemap.ts';
import { SearchDirectoryCards1767225600022 } from './1767225600022-search-directory-cards.ts';
import { AddAccounts1767225600023 } from './1767225600023-add-accounts.ts';
import { AddEditing1767225600024 } from './1767225600024-add-editing.ts';
import { AddJobs1767225600025 } from './1767225600025-add-jobs.ts';
import { AddReminders1767225600026 } from './1767225600026-add-reminders.ts';
import { AddRecordLists1767225600027 } from './1767225600027-add-record-lists.ts';
import { CountViews1767225600028 } from './1767225600028-count-views.ts';
import { AddSpecialDays1767225600029 } from './1767225600029-add-special-days.ts';
import { AllowCountiesAndPorts1767225600040 } from './1767225600040-allow-counties-and-ports.ts';
import { SearchEverydayWords1767225600041 } from './1767225600041-search-everyday-words.ts';
/** Every migration, in order. */
export const migrations = [
  CreateSearchFunctions1767225600000,
  CreateGazetteer1767225600001,
  CreateDirectory1767225600002,
  CreateEditorial1767225600003,
  CreateReadModel1767225600004,
  CompleteListingIndexes1767225600005,
  TellPhoneTypes1767225600006,
  KeepTranslations1767225600007,
  TellWhoIsAccepted1767225600008,
  TellWhatHelpsInDetention1767225600009,
  TellGuides1767225600010,
  DropChangeAnnouncement1767225600011,
  AddFileSuggestions1767225600012,
  AddSpeedDialScopeAndEntryReferences1767225600013,
  AddSuggestionRetention1767225600014,
  IndexChangesByRecord1767225600015,
  AllowSeveralOfEverything1767225600016,
  AddFormerNames1767225600017,
  AddSummaries1767225600018,
  CoverListingFilters1767225600019,
  RankWithoutWorkers1767225600020,
  DivideSitemap1767225600021,
  SearchDirectoryCards1767225600022,
  AddAccounts1767225600023,
  AddEditing1767225600024,
  AddJobs1767225600025,
  AddReminders1767225600026,
  AddRecordLists1767225600027,
  CountViews1767225600028,
  AddSpecialDays1767225600029,
  AllowCountiesAndPorts1767225600040,
  SearchEverydayWords1767225600041,
];
