import { beforeAll, describe, expect, test } from "vitest";
import { locales } from "../../lib/i18n/locales.ts";
import { toAtom, toJson, toJsonLd } from "../../lib/practice/serialize.ts";
import { type PracticeMeta, toPracticeView } from "../../lib/practice/view.ts";
import { readContent } from "../../server/content.ts";
import { aMeta, aPractice, written } from "../support/practices.ts";
import { readXml, type XmlElement } from "../support/xml.ts";

beforeAll(() => {
  process.env.SITE_URL = "https://ponte.example";
});

const label = (kind: string, code: string) => `the ${kind} ${code}`;
const { practices } = readContent();
const inEveryLanguage = practices.flatMap((practice) =>
  locales.map(
    (locale) => [practice.id ?? "", locale, toPracticeView(practice, aMeta({ id: practice.id }), locale)] as const,
  ),
);
/** What a program on the other side gets. */
const overTheWire = (value: object) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>;

describe("a practice as JSON", () => {
  const contract = [
    ...["id", "url", "locale", "originalLocale", "title", "summary", "countries", "places", "themes", "audiences"],
    ...["organisations", "period", "status", "evidence", "funding", "sources", "sections", "translations", "updatedAt"],
  ];

  test.each(inEveryLanguage)("has everything the contract names: %s in %s", (_id, _locale, view) => {
    expect(Object.keys(overTheWire(toJson(view, label)))).toEqual(expect.arrayContaining(contract));
  });

  test("has everything the contract names though little is known of it", () => {
    const json = overTheWire(toJson(toPracticeView(aPractice(), aMeta(), "en"), label));
    expect(Object.keys(json)).toEqual(expect.arrayContaining(contract));
    expect(json).toMatchObject({ summary: null, sections: {}, sources: [], period: {}, funding: { lines: [] } });
  });

  test("gives codes with their words in the reader's language, and says which language the text stands in", () => {
    const json = toJson(toPracticeView(aPractice({ status: "ended" }), aMeta(), "sv"), label);
    expect(json).toMatchObject({
      id: "bussola1",
      url: "https://ponte.example/sv/goda-exempel/kompass",
      permanentUrl: "https://ponte.example/p/bussola1",
      locale: "sv",
      textLocale: "it",
      originalLocale: "it",
      title: "Bussola digitale",
      countries: [{ code: "IT", label: "Italien" }],
      themes: [{ code: "networks", label: "the theme networks" }],
      status: { code: "ended", label: "the status ended" },
      translations: [{ locale: "it", url: "https://ponte.example/it/buone-pratiche/bussola" }],
      updatedAt: "2026-03-01T08:00:00.000Z",
    });
  });

  test("names sections, and amounts in cents", () => {
    const [arles] = inEveryLanguage.filter(([id, locale]) => id === "arles" && locale === "fr");
    const json = overTheWire(toJson(arles?.[2] as never, label));
    expect(json.funding).toMatchObject({ currency: "EUR", total: 7285315, difference: 0 });
    expect(Object.keys(json.sections as object)).toEqual(["context", "objectives", "activities", "results", "costs"]);
    expect(json.summary).toContain("Autour d’Arles");
  });

  test("never holds a private address, nor a contact that agreed to nothing public", () => {
    const practice = aPractice({
      contacts: [
        { name: "Ada Bianchi", privateEmail: "ada@private.example", consent: { basis: "given" } },
        {
          name: "Bo Ek",
          publicEmail: "bo@open.example",
          privateEmail: "bo@private.example",
          consent: { basis: "given" },
        },
        { name: "Carla Verdi", privateEmail: "carla@private.example", consent: { basis: "named-by-source" } },
      ],
    });
    const view = toPracticeView(practice, aMeta(), "it");
    const json = overTheWire(toJson(view, label));
    expect(json.contacts).toEqual([{ name: "Bo Ek", publicEmail: "bo@open.example" }, { name: "Carla Verdi" }]);
    for (const said of [JSON.stringify(json), JSON.stringify(toJsonLd(view)), JSON.stringify(view)]) {
      expect(said).not.toContain("private.example");
      expect(said).not.toContain("Ada Bianchi");
    }
  });
});

describe("a practice as structured data", () => {
  test("is an article in one language about a project, and names its permanent address", () => {
    const practice = aPractice({
      texts: {
        it: { title: "Bussola", sections: { summary: "Una bussola." }, provenance: written },
        sv: {
          title: "Kompass",
          sections: { summary: "En kompass." },
          provenance: { ...written, origin: "translation" },
        },
      },
      organisations: [
        { name: "Rete", roles: ["partner"] },
        { name: "Comune di Ostuni", roles: ["lead"] },
      ],
      places: [
        { name: "Ostuni", country: "IT", latitude: 40.73, longitude: 17.58 },
        { name: "Bari", country: "IT" },
      ],
      sources: [{ key: "a", kind: "basis", publisher: "Polimi", url: "https://polimi.example/a" }],
    });
    expect(overTheWire(toJsonLd(toPracticeView(practice, aMeta(), "sv")))).toEqual({
      "@context": "https://schema.org",
      "@type": "Article",
      "@id": "https://ponte.example/sv/goda-exempel/kompass",
      identifier: "https://ponte.example/p/bussola1",
      url: "https://ponte.example/sv/goda-exempel/kompass",
      headline: "Kompass",
      description: "En kompass.",
      inLanguage: "sv-SE",
      image: "https://ponte.example/og/sv/bussola1",
      datePublished: "2026-02-01T08:00:00.000Z",
      dateModified: "2026-03-01T08:00:00.000Z",
      license: "https://creativecommons.org/licenses/by/4.0/",
      publisher: { "@type": "Organization", name: "Ponte", url: "https://ponte.example/" },
      about: {
        "@type": "Project",
        name: "Kompass",
        member: [
          { "@type": "Organization", name: "Rete" },
          { "@type": "Organization", name: "Comune di Ostuni" },
        ],
        parentOrganization: { "@type": "Organization", name: "Comune di Ostuni" },
        award: [],
      },
      spatialCoverage: [
        {
          "@type": "Place",
          name: "Ostuni",
          address: { "@type": "PostalAddress", addressCountry: "IT" },
          geo: { "@type": "GeoCoordinates", latitude: 40.73, longitude: 17.58 },
        },
        { "@type": "Place", name: "Bari", address: { "@type": "PostalAddress", addressCountry: "IT" } },
      ],
      isBasedOn: ["https://polimi.example/a"],
      workTranslation: [
        { "@type": "Article", "@id": "https://ponte.example/it/buone-pratiche/bussola", inLanguage: "it-IT" },
      ],
    });
  });

  test("says how much of its words a machine translated, and nothing of the kind of people's", () => {
    const texts = (method: "human" | "machine") => ({
      it: { title: "Bussola", sections: { summary: "Una bussola." }, provenance: written },
      sv: { title: "Kompass", sections: {}, provenance: { ...written, origin: "translation" as const, method } },
    });
    const origins = [{ locale: "sv", section: "title", method: "machine", behind: false, reviewedAt: null }] as const;
    const said = (locale: "it" | "sv", method: "human" | "machine", over: Partial<PracticeMeta> = {}) =>
      toJsonLd(toPracticeView(aPractice({ texts: texts(method) }), aMeta(over), locale)).digitalSourceType;
    expect(said("sv", "machine")).toBe("https://schema.org/TrainedAlgorithmicMediaDigitalSource");
    expect(said("sv", "human", { origins: [...origins] })).toBe(
      "https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource",
    );
    expect(said("sv", "human")).toBeUndefined();
    expect(said("it", "machine")).toBeUndefined();
  });
});

describe("the feed", () => {
  const feed = (over: Partial<Parameters<typeof toAtom>[0]> = {}) =>
    readXml(
      toAtom({
        locale: "en",
        title: "Ponte",
        subtitle: "Good practices",
        self: "/en/feed.xml",
        page: "/en/good-practices",
        machineMade: "A machine did it.",
        practices: [],
        ...over,
      }),
    );
  const all = (element: XmlElement, name: string) => element.children.filter((child) => child.name === name);
  const textOf = (element: XmlElement, name: string) => all(element, name)[0]?.text;

  test("of the four practices has them in their order, each with its permanent id", () => {
    const views = inEveryLanguage.filter(([, locale]) => locale === "en").map(([, , view]) => view);
    const atom = feed({ practices: views });
    expect(atom.name).toBe("feed");
    expect(atom.attributes).toEqual({ xmlns: "http://www.w3.org/2005/Atom", "xml:lang": "en" });
    expect(all(atom, "entry").map((entry) => textOf(entry, "id"))).toEqual(
      views.map(({ id }) => `https://ponte.example/p/${id}`),
    );
    for (const entry of all(atom, "entry")) {
      // What RFC 4287 requires of an entry.
      for (const name of ["id", "title", "updated"]) expect(textOf(entry, name)).not.toBe("");
      expect(textOf(entry, "updated")).toBe("2026-03-01T08:00:00.000Z");
    }
  });

  test("of nothing is still a feed", () => {
    const atom = feed();
    expect(textOf(atom, "updated")).toBe("1970-01-01T00:00:00.000Z");
    expect(textOf(atom, "id")).toBe("https://ponte.example/en/feed.xml");
    expect(all(atom, "author").map((author) => textOf(author, "name"))).toEqual(["Ponte"]);
    expect(all(atom, "link").map(({ attributes }) => [attributes.rel, attributes.href])).toEqual([
      ["self", "https://ponte.example/en/feed.xml"],
      ["alternate", "https://ponte.example/en/good-practices"],
    ]);
  });

  test("was changed when its newest entry was", () => {
    const view = (updatedAt: string) => toPracticeView(aPractice(), aMeta({ updatedAt }), "it");
    const dates = ["2026-01-01T00:00:00.000Z", "2026-05-01T00:00:00.000Z", "2026-03-01T00:00:00.000Z"];
    expect(textOf(feed({ practices: dates.map(view) }), "updated")).toBe(dates[1]);
  });

  test("says of an entry in another language which one it is", () => {
    const [entry] = all(feed({ practices: [toPracticeView(aPractice(), aMeta(), "en")] }), "entry");
    expect(entry?.attributes).toEqual({ "xml:lang": "it" });
    expect(entry && textOf(entry, "title")).toBe("Bussola digitale");
  });

  test("says of words that a machine translated them, and of no others", () => {
    const machine = { origin: "translation", method: "machine", writtenOn: "2026-01-20" } as const;
    const texts = {
      it: { title: "Bussola", sections: { summary: "Per tutti." }, provenance: written },
      sv: { title: "Kompass", sections: { summary: "För alla." }, provenance: machine },
    };
    const practices = (["sv", "it", "en"] as const).map((locale) =>
      toPracticeView(aPractice({ texts }), aMeta(), locale),
    );
    const summaries = all(feed({ practices }), "entry").map((entry) => textOf(entry, "summary"));
    expect(summaries).toEqual(["För alla. – A machine did it.", "Per tutti.", "Per tutti."]);
  });

  test("gives hostile words as words", () => {
    const title = `<script>alert("1")</script> & ]]> <![CDATA[x]]> &amp; <!-- --> <?php ?> ’“`;
    // A summary is Markdown: what looks like HTML is left out, as on the page; the words stay.
    const summary = "**Kaffe** & ]]> te</summary></entry></feed> <entry>\t😀";
    const practice = aPractice({ texts: { it: { title, sections: { summary }, provenance: written } } });
    const self = '/en/feed.xml?q="><x>&theme=networks';
    const atom = feed({ title, self, practices: [toPracticeView(practice, aMeta(), "en")] });
    const [entry] = all(atom, "entry");
    expect(textOf(atom, "title")).toBe(title);
    expect(all(atom, "link")[0]?.attributes.href).toBe(`https://ponte.example${self}`);
    expect(entry && [textOf(entry, "title"), textOf(entry, "summary")]).toEqual([title, "Kaffe & ]]> te 😀"]);
    expect(all(atom, "entry")).toHaveLength(1);
  });
});
