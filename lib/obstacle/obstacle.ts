import { type Excerpt, excerptOf } from "../practice/excerpt.ts";
import type { Said } from "../practice/rules.ts";
import { isMachineMade, type PracticeView } from "../practice/view.ts";
import { type Obstacle, obstacles } from "../practice/vocabulary.ts";
import type { Thesaurus } from "../search/thesaurus.ts";

// What stands in the way: in which order readers see it, what a practice tells of it, and what is close to it. Pure.

/** The obstacles by where they stand: each in one group. */
export const obstacleGroups = {
  people: [
    ...["no-device", "no-connection", "cost", "no-identity", "no-email", "little-practice"],
    ...["low-literacy", "language", "fear", "hard-to-reach", "practising-alone"],
  ],
  places: ["closed-counters", "distance", "complex-services", "not-accessible", "pandemic", "rooms-equipment"],
  helpers: [
    ...["too-few-helpers", "overload", "untrained-helpers", "doing-harm", "data-protection"],
    ...["project-money", "insecure-contracts", "coordination", "no-figures"],
  ],
} as Record<"people" | "places" | "helpers", Obstacle[]>;

export type ObstacleGroup = keyof typeof obstacleGroups;
export const obstacleGroupNames = Object.keys(obstacleGroups) as ObstacleGroup[];

/** The obstacle that a segment of an address names. */
export const readObstacle = (code: string): Obstacle | undefined => obstacles.find((one) => one === code);

/** So many obstacles are named at most as being like another. */
const mostRelated = 6;
/** With fewer than these, others of the same group follow. */
const enoughRelated = 3;

/**
 * The obstacles that are like one: its concept is related to theirs or stands below the same concept (content/thesaurus);
 * where these are few, others of its group.
 */
export function relatedObstacles(of: Obstacle, { concepts, ofCode }: Thesaurus): Obstacle[] {
  const conceptsOf = (code: Obstacle) => (ofCode.get(`obstacle:${code}`) ?? []).flatMap((id) => concepts.get(id) ?? []);
  const own = conceptsOf(of);
  const isRelated = (code: Obstacle) =>
    conceptsOf(code).some((other) =>
      own.some(
        (one) =>
          one.related.includes(other.id) ||
          other.related.includes(one.id) ||
          one.broader.some((wider) => other.broader.includes(wider)),
      ),
    );
  const others = obstacles.filter((code) => code !== of);
  const related = others.filter(isRelated);
  const group = Object.values(obstacleGroups).find((codes) => codes.includes(of)) ?? [];
  const beside = group.filter((code) => code !== of && !related.includes(code));
  return [...related, ...beside.slice(0, Math.max(0, enoughRelated - related.length))].slice(0, mostRelated);
}

/** The beginning of a section of a practice, in the language it stands in. */
type Passage = Excerpt & { lang: PracticeView["lang"] };

/** What a practice tells of an obstacle. */
export type ObstacleCase = {
  id: string;
  slug: string;
  title: Said;
  countries: readonly string[];
  place: string | undefined;
  period: { start?: string; end?: string; during?: string };
  organisation: string | undefined;
  /** Whether a machine has translated its title, or a section that stands in for words of its own. */
  isMachineMade: boolean;
  /** How it was met: in a few sentences of its own, else what the practice tells of everything that made it hard. */
  met?: Said;
  constraints?: Passage;
  /** What was done about it: in a few sentences of its own, else what the practice advises. */
  response?: Said;
  advice?: Passage;
};

/** How much of a section is shown, in characters; the rest stands in the practice's page. */
const mostShown = 600;

/** What a practice tells of one obstacle; where it has no words of its own for it, its sections stand in. */
export function toCase(practice: PracticeView, code: Obstacle): ObstacleCase {
  const { met, response } = practice.obstacles.find((one) => one.code === code) ?? {};
  const section = (name: "constraints" | "advice"): Passage | undefined => {
    const markdown = practice.sections.find((one) => one.name === name)?.markdown;
    return markdown === undefined ? undefined : { ...excerptOf(markdown, mostShown), lang: practice.lang };
  };
  const told = {
    ...(met ? { met } : { constraints: section("constraints") }),
    ...(response ? { response } : { advice: section("advice") }),
  };
  const passages = (["constraints", "advice"] as const).filter((name) => name in told);
  return {
    id: practice.id,
    slug: practice.slugs[practice.locale],
    title: { text: practice.title, lang: practice.lang },
    countries: practice.countries,
    place: practice.places[0]?.shown,
    period: practice.period,
    organisation: practice.organisations.find(({ roles }) => roles.includes("lead"))?.name,
    isMachineMade: isMachineMade(practice.translation, "title", ...passages),
    ...told,
  };
}
