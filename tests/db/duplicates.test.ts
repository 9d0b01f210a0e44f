import { describe, expect, test } from "vitest";
import { database } from "../../lib/db.ts";
import { type Compared, findLikely, findLikelyPublished } from "../../lib/duplicate/queries.ts";
import type { PracticeDraft } from "../../lib/practice/practice.ts";
import { aPractice, written } from "../support/practices.ts";
import { stored } from "../support/stored.ts";

const titled = (title: string, over: Partial<PracticeDraft> = {}) =>
  aPractice({ texts: { it: { title, sections: {}, provenance: written } }, ...over });
const compared = (over: Partial<Compared>): Compared => ({
  ...{ title: "Nothing like it at all", urls: [], organisations: [], places: [], countries: ["IT"], locale: "it" },
  ...over,
});
const found = async (over: Partial<Compared>) =>
  (await findLikely(compared(over))).map(({ id, reasons }) => [id, reasons.join()]);

describe("practices that look like one", () => {
  test("have nearly the same title, whatever the accents and capitals, in any of their languages or names", async () => {
    const id = await stored(
      aPractice({
        texts: {
          it: { title: "Caffè digitale in città", sections: {}, provenance: written },
          sv: { title: "Digitalt kafé i staden", sections: {}, provenance: { ...written, origin: "translation" } },
        },
        alternativeTitles: [{ title: "Coffee and Clicks", kind: "alternative" }],
      }),
      "published",
    );
    await stored(titled("Sportello per il lavoro"), "published");
    for (const title of [
      "caffe digitale in citta",
      "Il caffè digitale in città",
      "DIGITALT KAFÉ I STADEN",
      "Coffee & clicks",
    ])
      expect(await found({ title }), title).toEqual([[id, "title"]]);
    expect(await found({ title: "Sportello per la salute di tutti i cittadini" })).toEqual([]);
  });

  test("have the same web address, however it is written", async () => {
    const id = await stored(
      titled("Uno", { links: [{ url: "https://www.bussola.example/Ostuni/?from=mail" }] }),
      "published",
    );
    for (const url of ["http://bussola.example/ostuni", "https://bussola.example/Ostuni/#top"])
      expect(await found({ urls: [url] }), url).toEqual([[id, "address"]]);
    for (const url of ["https://bussola.example/", "https://bussola.example/lecce", "not an address"])
      expect(await found({ urls: [url] }), url).toEqual([]);
  });

  test("do not look alike for a site that many share", async () => {
    for (let at = 0; at < 4; at++)
      await stored(titled(`Numero ${at} di molti`, { links: [{ url: "https://regione.example" }] }), "published");
    expect(await found({ urls: ["https://regione.example/"] })).toEqual([]);
  });

  test("are led by the same organisation in the same place: both, and in the same country", async () => {
    const at = (organisation: string, place: string, country: "IT" | "FR" = "IT") =>
      stored(
        titled(`${organisation} ${place} ${country}`, {
          organisations: [{ name: organisation, roles: ["lead"] }],
          places: [{ name: place, country }],
        }),
        "published",
      );
    const id = await at("Università di Ostuni", "Ostuni");
    await at("Università di Ostuni", "Lecce");
    await at("Biblioteca", "Ostuni");
    await at("Università di Ostuni", "Ostuni", "FR");
    const both = { organisations: ["universita di OSTUNI"], places: ["ostuni"] };
    expect(await found(both)).toEqual([[id, "organisation-place"]]);
    expect(await found({ ...both, places: [] })).toEqual([]);
  });

  test("come with the most reasons first, five at most, and never the practice itself", async () => {
    const ids: string[] = [];
    for (let at = 0; at < 7; at++) ids.push(await stored(titled(`Bussola digitale ${at}`), "published"));
    const twice = await stored(
      titled("Bussola digitale", { links: [{ url: "https://bussola.example/x" }] }),
      "published",
    );
    const likely = await findLikely(compared({ title: "Bussola digitale", urls: ["https://bussola.example/x"] }));
    expect(likely).toHaveLength(5);
    expect(likely[0]).toMatchObject({ id: twice, reasons: ["title", "address"], state: "published" });
    const own = await findLikely(compared({ id: twice, title: "Bussola digitale" }));
    expect(own.map(({ id }) => id)).not.toContain(twice);
  });
});

describe("what everybody is told of them", () => {
  test("is nothing of a practice that is not published; the desk sees each, in whatever state", async () => {
    for (const state of ["pending", "draft", "rejected", "unpublished"] as const) {
      const title = `Bussola digitale ${state}`;
      const id = await stored(titled(title), state);
      expect(await findLikely(compared({ title })), state).toMatchObject([{ id, state, slug: undefined }]);
      expect(await findLikelyPublished(compared({ title })), state).toEqual([]);
      await database().practice.deleteMany({ where: { id } });
    }
  });

  test("is a title in their language, else the original's, with the address of its page", async () => {
    await stored(titled("Bussola digitale"), "published");
    expect(await findLikelyPublished(compared({ title: "Bussola digitale", locale: "sv" }))).toMatchObject([
      { title: { text: "Bussola digitale", lang: "it" }, slug: "bussola-digitale" },
    ]);
  });
});
