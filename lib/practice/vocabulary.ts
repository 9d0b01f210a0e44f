// The codes that practices are described by, in the order in which people see them. Labels stand in messages/.

export const themes = [
  "basic-skills",
  "e-services",
  "devices-connectivity",
  "employment",
  "safety",
  "family-education",
  "health",
  "accessibility",
  "culture-creation",
  "helpers",
  "networks",
  "measurement",
] as const;

export const audiences = [
  "everyone",
  "older-people",
  "adults",
  "young-people",
  "families",
  "disability",
  "migrants",
  "low-literacy",
  "jobseekers",
  "women",
  "rural",
  "no-device",
  "helpers",
  "administrations",
] as const;

/** What stands in the way: of the people to be reached, of the places, of those who help. */
export const obstacles = [
  "no-device",
  "no-connection",
  "cost",
  "no-identity",
  "no-email",
  "little-practice",
  "low-literacy",
  "language",
  "not-accessible",
  "fear",
  "hard-to-reach",
  "practising-alone",
  "closed-counters",
  "distance",
  "complex-services",
  "pandemic",
  "project-money",
  "insecure-contracts",
  "too-few-helpers",
  "overload",
  "untrained-helpers",
  "doing-harm",
  "data-protection",
  "rooms-equipment",
  "coordination",
  "no-figures",
] as const;

export const organisationTypes = [
  "local-authority",
  "regional-authority",
  "national-authority",
  "public-body",
  "education-research",
  "library",
  "association",
  "foundation",
  "social-enterprise",
  "company",
  "trade-union",
  "network",
  "international",
  "informal",
] as const;

export const organisationSizes = ["micro", "small", "medium", "large"] as const;
export const organisationRoles = ["lead", "partner", "funder", "commissioner", "method-owner", "supplier"] as const;
export const statuses = ["running", "ended", "unknown"] as const;
export const evidenceLevels = ["described", "monitored", "evaluated", "independent", "replicated"] as const;
export const kinds = ["practice", "programme", "project", "network", "policy", "tool"] as const;
export const scopes = ["local", "regional", "national", "european", "online"] as const;
export const placeRoles = ["area", "seat", "served"] as const;
export const relationKinds = ["part-of", "grew-out-of", "method-from", "replicated-by"] as const;
export const alternativeTitleKinds = ["former", "alternative"] as const;
export const deliveryFormats = ["individual", "group", "remote", "self-service"] as const;
export const deliverySettings = ["fixed", "travelling"] as const;
export const deliveryPrices = ["free", "paid", "mixed"] as const;
export const fundingKinds = ["eu", "public", "private", "own", "mixed", "unknown"] as const;
export const fundingFrequencies = ["one-off", "yearly"] as const;
export const indicatorKinds = ["target", "achieved"] as const;
export const indicatorQualifiers = ["about", "more-than", "less-than"] as const;
export const outputKinds = ["guide", "tool", "course", "report", "other"] as const;
export const sourceKinds = ["basis", "further"] as const;
export const consentBases = ["named-by-source", "given"] as const;
export const textOrigins = ["original", "translation", "editorial"] as const;
export const textMethods = ["human", "machine"] as const;

/** The named sections of a practice's text, in reading order. `summary` and `plainWords` stand above them all. */
export const sections = [
  "summary",
  "plainWords",
  "presentation",
  "context",
  "objectives",
  "activities",
  "tools",
  "results",
  "benefits",
  "constraints",
  "advice",
  "nextSteps",
  "costs",
] as const;

/**
 * The countries that a practice can be filed under (ISO 3166-1 alpha-2): the members of the Council of Europe,
 * with Belarus, Kosovo (XK) and Russia. Names come from the runtime's CLDR data, in each language.
 */
export const countries = [
  ...["AD", "AL", "AM", "AT", "AZ", "BA", "BE", "BG", "BY", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR"],
  ...["GB", "GE", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MC", "MD", "ME", "MK", "MT", "NL"],
  ...["NO", "PL", "PT", "RO", "RS", "RU", "SE", "SI", "SK", "SM", "TR", "UA", "VA", "XK"],
] as const;

export type Obstacle = (typeof obstacles)[number];
export type Country = (typeof countries)[number];
export type Section = (typeof sections)[number];
