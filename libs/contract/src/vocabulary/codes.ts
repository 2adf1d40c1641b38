/** ISO 3166-2 subdivision (`US-TX`), or an ISO 3166-1 country for nationwide help (`US`). */
export type RegionCode = string;

/** ISO 639-1, or 639-3 where there is no two-letter code (Mam is `mam`). */
export type LanguageCode = string;

export const listingStatuses = ['active', 'closed', 'unknown'] as const;
/** Whether an organization is known to work at a place; `unknown` is not `active`. */
export type ListingStatus = (typeof listingStatuses)[number];

export const freshnesses = ['fresh', 'due', 'overdue', 'never'] as const;
/** How recently a listing was verified, relative to the date it should be verified again. */
export type Freshness = (typeof freshnesses)[number];

export const visibilities = ['exact', 'area', 'hidden'] as const;
/**
 * How much of a place is public: `exact` = street and point, `area` = only the center of the town,
 * `hidden` = neither town nor point.
 */
export type Visibility = (typeof visibilities)[number];

export const pointPrecisions = ['address', 'city'] as const;
/** What the published point marks: the building itself, or the center of its town. */
export type PointPrecision = (typeof pointPrecisions)[number];

export const serviceStatuses = ['active', 'inactive', 'defunct', 'temporarily closed'] as const;
/** As in HSDS: `inactive`: not given at the moment; `defunct`: not given any more. */
export type ServiceStatus = (typeof serviceStatuses)[number];

export const costs = ['free', 'low-cost', 'paid', 'unknown'] as const;
export type Cost = (typeof costs)[number];

export const speedDialStatuses = ['working', 'blocked', 'unverified', 'retired'] as const;
export type SpeedDialStatus = (typeof speedDialStatuses)[number];

export const evidences = ['stated', 'same-city', 'nearest'] as const;
/**
 * The evidence that an organization may help in a facility: a source states it, it helps in the
 * same town, or it is merely among the nearest.
 */
export type Evidence = (typeof evidences)[number];

export const phoneTypes = ['text', 'voice', 'fax', 'cell', 'video', 'pager', 'textphone'] as const;
/** HSDS `phone.type`; `textphone` is a line for typing (TTY). */
export type PhoneType = (typeof phoneTypes)[number];

export const accepted = ['walk-ins', 'children', 'families'] as const;
/** Who is accepted in addition to adults with an appointment. */
export type Accepted = (typeof accepted)[number];

export const verificationMethods = ['phone', 'visit', 'email', 'website', 'other'] as const;
/** How somebody verifies a record. */
export type VerificationMethod = (typeof verificationMethods)[number];

export const recordedMethods = [...verificationMethods, 'organization'] as const;
/** How a record was verified: by somebody, or by the organization itself. */
export type RecordedMethod = (typeof recordedMethods)[number];

export const openStates = ['open', 'closed'] as const;
export type OpenState = (typeof openStates)[number];

export const confidences = ['confirmed', 'likely', 'unverified'] as const;
/** How well the sources support a record, before it is verified with the organization. */
export type Confidence = (typeof confidences)[number];

/** A code dialed on a detention phone, stored as text because it may contain a hash or star. */
export const speedDialPattern = /^[0-9*#]{2,8}$/;
/** ITU-T E.164: a plus sign and 8 to 15 digits, the first of them not 0. */
export const e164Pattern = /^\+[1-9][0-9]{7,14}$/;
