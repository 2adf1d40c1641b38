import type {
  EditedKind,
  FacilityDocument,
  HelpLineDocument,
  OrganizationDocument,
  PhoneDocument,
  PlaceDocument,
  RecordDocument,
  ScheduleDocument,
  ServiceDocument,
  SourceDocument,
  SpeedDialDocument,
} from '#contract';

export function newPhone(): PhoneDocument {
  return {
    number: '',
    extension: null,
    type: 'voice',
    label: null,
    source_url: null,
    as_of: null,
  };
}

export function newSource(): SourceDocument {
  return { url: null, what: '', date: null };
}

export function newSchedule(): ScheduleDocument {
  return { byday: '', opens_at: '', closes_at: '', time_zone: '', description: null };
}

export function newSpeedDial(): SpeedDialDocument {
  return {
    code: '',
    facility_ids: null,
    status: 'unverified',
    verified_at: null,
    note: null,
    history: [],
  };
}

export function newPlace(): PlaceDocument {
  return {
    slug: '',
    location_type: 'physical',
    name: null,
    description: null,
    // Nobody's street is published by mistake.
    visibility: 'area',
    point: null,
    addresses: [
      {
        address_type: 'physical',
        address_1: null,
        city: '',
        region: '',
        postal_code: null,
        country: 'US',
      },
    ],
    time_zone: null,
    as_of: null,
    accessibility: [],
    phones: [],
    schedules: [],
  };
}

export function newService(): ServiceDocument {
  return {
    name: '',
    description: null,
    status: 'active',
    eligibility: null,
    hours: null,
    service_types: [],
    languages: [],
    regions: [],
    costs: [],
    accepts: [],
    required_documents: [],
    schedules: [],
    phones: [],
    places: [],
    translations: [],
  };
}

function newOrganization(): OrganizationDocument {
  return {
    slug: '',
    name: '',
    alternate_names: [],
    description: null,
    email: null,
    website: null,
    other_websites: [],
    status: 'active',
    status_note: null,
    closure: null,
    phones: [],
    speed_dials: [],
    services: [newService()],
    places: [],
    facilities: [],
    translations: [],
    confidence: 'unverified',
    confidence_note: null,
    sources: [newSource()],
  };
}

function newHelpLine(): HelpLineDocument {
  return {
    slug: '',
    // Behind all others.
    position: 1_000,
    page_line: null,
    name: null,
    organization_id: null,
    organization_name: null,
    audience: null,
    locates: false,
    published: true,
    email: null,
    website: null,
    hours: null,
    note: null,
    phones: [newPhone()],
    speed_dials: [],
    languages: [],
    service_types: [],
    confidence: 'unverified',
    confidence_note: null,
    sources: [newSource()],
  };
}

function newFacility(): FacilityDocument {
  return {
    slug: '',
    name: '',
    ice_code: '',
    address_1: '',
    city: '',
    region: '',
    postal_code: '',
    country: 'US',
    // Unknown, and the fields are empty, until somebody gives it: the server asks for it.
    point: {} as FacilityDocument['point'],
    field_office: '',
    average_daily_population: null,
    population_as_of: null,
    in_use_as_of: null,
    phone: null,
    note: null,
    confidence: 'unverified',
    confidence_note: null,
    sources: [newSource()],
  };
}

/** Returns an empty record; null for guides, which begin as files. */
export function newDocument(kind: EditedKind): RecordDocument | null {
  const makers = {
    organization: newOrganization,
    help_line: newHelpLine,
    facility: newFacility,
    guide: () => null,
  };
  return makers[kind]();
}
