import { expect } from "@playwright/test";
import { practicePath } from "./pages.ts";
import { test } from "./visitor.ts";

// What the browser tells a screen reader of each kind of page: its main parts, in their order, as they are called. Parts
// that other tests change (how many practices there are, which are the newest) are left open.

test("home, in Swedish", async ({ page }) => {
  await page.goto("/sv");
  await expect(page.locator("body")).toMatchAriaSnapshot(`
    - link "Hoppa till innehållet"
    - banner:
      - link "Ponte"
      - navigation "Huvudmeny":
        - list:
          - listitem:
            - link "Goda exempel"
          - listitem:
            - link "Karta"
          - listitem:
            - link "Statistik"
          - listitem:
            - link "Nyheter"
          - listitem:
            - link "Skicka in ditt exempel"
      - navigation "Språk":
        - list:
          - listitem:
            - link "Italiano"
          - listitem:
            - link "Français"
          - listitem:
            - link "Svenska"
          - listitem:
            - link "English"
    - main:
      - heading "Se hur andra hjälper folk ut på nätet" [level=1]
      - paragraph: /Ponte är den europeiska katalogen/
      - search:
        - searchbox "Vad letar du efter?"
        - button "Sök"
      - heading "Tolv teman, en bro" [level=2]
      - navigation "Tolv teman, en bro":
        - list:
          - listitem:
            - link /\\d+ Digitala vardagskunskaper/
          - listitem:
            - link /\\d+ E-tjänster och rättigheter/
      - heading "De nyaste exemplen" [level=2]
      - article:
        - heading [level=3]:
          - link
      - paragraph:
        - link "Alla goda exempel"
      - heading "Länder" [level=2]
      - list:
        - listitem:
          - link /Belgien \\(\\d+\\)/
      - heading "Öppna inbjudningar" [level=2]
      - region "Har du gjort något som fungerar?":
        - heading "Har du gjort något som fungerar?" [level=2]
        - link "Skicka in ditt exempel"
    - contentinfo:
      - navigation "Om webbplatsen":
        - list:
          - listitem:
            - link "Om Ponte"
  `);
});

test("catalogue, in French", async ({ page }) => {
  await page.goto("/fr/bonnes-pratiques?theme=measurement");
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - heading "Bonnes pratiques" [level=1]
      - list "Filtres choisis":
        - listitem:
          - 'link /Retirer.: Mesure et évaluation/'
      - group:
        - search "Filtres":
          - searchbox "Mots à chercher"
          - group: Pays
          - group:
            - group "Thème":
              - checkbox /Numérique au quotidien \\(\\d+\\)/
              - checkbox /Mesure et évaluation \\(\\d+\\)/ [checked]
          - group: Pour qui
          - group: Type d’organisation
          - group: Statut
          - group: Niveau de preuve
          - group: Années
          - combobox "Ordre"
          - button "Voir les résultats"
          - link "Effacer tous les filtres"
      - status: /\\d+ pratiques trouvées/
      - article:
        - heading "Connessi in buona compagnia" [level=2]:
          - link "Connessi in buona compagnia"
        - paragraph: /Collectivité régionale/
        - paragraph: /En Toscane/
        - list:
          - listitem: Numérique au quotidien
      - article:
        - heading "Formateurs numériques" [level=2]
      - paragraph:
        - link "Suivre ces résultats (flux Atom)"
  `);
});

test("a practice, in Italian", async ({ page }) => {
  await page.goto(practicePath("it", "arles"));
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - article:
        - paragraph: Arles, Francia
        - heading "Click Public Services" [level=1]
        - paragraph: Migliorare l’accesso ai servizi pubblici
        - paragraph: /Nelle campagne intorno ad Arles/
        - region "In parole semplici":
          - heading "In parole semplici" [level=2]
          - paragraph
        - region "A colpo d’occhio":
          - heading "A colpo d’occhio" [level=2]
          - term: Responsabile
          - definition: Association Pôle de Formation du Pays d’Arles
          - term: Paese
          - definition:
            - list:
              - listitem:
                - link "Francia"
        - navigation "In questa pagina":
          - group: In questa pagina
        - region "La situazione":
          - heading "La situazione" [level=2]
        - region "Risultati":
          - heading "Risultati" [level=2]
        - region "Costi e fondi, a parole":
          - heading "Costi e fondi, a parole" [level=2]
          - paragraph:
            - link "FEASR"
        - region "Chi ha pagato":
          - heading "Chi ha pagato" [level=2]
          - 'img /Quote dei fondi: FEASR .* 54%; .* 36%; .* 10%/'
          - table:
            - rowgroup:
              - row:
                - columnheader "Da dove vengono i fondi"
                - columnheader "Importo"
                - columnheader "Quota"
            - rowgroup:
              - row:
                - rowheader /FEASR/
                - cell /39.340,69.€/
                - cell "54%"
        - region "In cifre":
          - heading "In cifre" [level=2]
          - term: Visite formative (risultato)
          - definition: "160"
          - figure "Età di chi ne ha beneficiato"
        - region "Luoghi":
          - 'img /Mappa: Arles, Saint-Rémy-de-Provence/'
        - region "Chiedi o racconta":
          - link "Chiedi a chi l’ha fatto"
          - link "Abbiamo provato anche noi"
        - region "Fonti":
          - list:
            - listitem:
              - link "https://altrelombardie.polimi.it/temi/politiche/45"
        - region "Da dove viene questo testo":
          - paragraph: /Testo scritto dalla redazione di Ponte, \\d+ \\w+ \\d{4}/
          - paragraph:
            - link "italiano"
            - link "français"
            - link "svenska"
            - link "English"
        - region "Cita e condividi":
          - term: Indirizzo che non cambia
          - definition:
            - link /\\/p\\/arles$/
        - region "Le parole spiegate":
          - term: FEASR
          - definition:
            - paragraph: Fondo europeo agricolo per lo sviluppo rurale
            - link /torna al testo/
      - region "Pratiche simili":
        - heading "Pratiche simili" [level=2]
        - article:
          - heading [level=3]:
            - link
  `);
});

test("two practices side by side, in English", async ({ page }) => {
  await page.goto("/en/compare?practice=caban&practice=toscana");
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - heading "Practices side by side" [level=1]
      - status: 2 practices side by side
      - table "Réseau Caban-Dibac and Connessi in buona compagnia":
        - caption
        - rowgroup:
          - row:
            - cell
            - columnheader /Réseau Caban-Dibac/:
              - link "Réseau Caban-Dibac"
            - columnheader /Connessi in buona compagnia/:
              - link "Connessi in buona compagnia"
        - rowgroup:
          - row /Where/:
            - rowheader "Where"
            - cell "Brussels, Belgium"
            - cell "Tuscany, Italy"
          - row /What they advise/:
            - rowheader "What they advise"
            - cell /Be realistic/
            - cell "Nothing is said about this."
      - paragraph:
        - link "Choose other practices"
  `);
});

test("what a reader looked for, in Swedish", async ({ page }) => {
  await page.goto("/sv/jag-letade-efter?q=busskort");
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - heading "Berätta vad du letade efter" [level=1]
      - paragraph: /Dina ord visar oss vad som saknas/
      - paragraph: /Vi frågar inte vem du är/
      - textbox /Vad letade du efter/: busskort
      - textbox /Vad hade hjälpt dig/
      - button "Skicka till redaktionen"
  `);
});

test("map, in English", async ({ page }) => {
  await page.goto("/en/map");
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - heading "Good practices on the map" [level=1]
      - status: /\\d+ practices found/
      - link "Skip the map"
      - group /Map of Europe/:
        - 'link /Belgium: \\d+ practice/'
        - 'link /Italy: \\d+ practice/'
        - link "Click Public Services, Arles"
      - paragraph: Practices in a country
      - list:
        - listitem: none
        - listitem: "1"
        - listitem: 2 to 4
        - listitem: 5 to 19
        - listitem: 20 or more
      - group: Filter the results
      - region "Countries":
        - heading "Countries" [level=2]
        - list:
          - listitem:
            - link /Belgium \\d+/
          - listitem:
            - link /France \\d+/
      - region "Practices":
        - heading "Practices" [level=2]
        - list:
          - listitem:
            - link
            - text: /\\w/
      - paragraph:
        - link "See these practices in the catalogue"
  `);
});

test("statistics, in Swedish", async ({ page }) => {
  await page.goto("/sv/statistik");
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - heading "Ponte i siffror" [level=1]
      - paragraph: /räknat i våra egna data/
      - term: Goda exempel
      - definition: /\\d+/
      - region "Länder":
        - heading "Länder" [level=2]
        - table "Länder":
          - caption: Länder
          - rowgroup:
            - row:
              - columnheader "Länder"
              - columnheader "Goda exempel"
          - rowgroup:
            - row:
              - rowheader "Belgien":
                - link "Belgien"
              - cell /\\d+/
        - 'link "Ladda ner som tabell (CSV): Länder"'
      - region "Varifrån pengarna kommer":
        - table "Varifrån pengarna kommer":
          - rowgroup:
            - row:
              - columnheader "Varifrån pengarna kommer"
              - columnheader "Belopp"
      - region "Språken och texternas läge":
        - heading "Språken och texternas läge" [level=2]
        - group "Språken och texternas läge":
          - table:
            - rowgroup:
              - row:
                - columnheader "Namn"
                - columnheader "Originaltext"
            - rowgroup:
              - row:
                - rowheader "italienska"
                - cell /\\d+/
  `);
});

test("news, in Italian", async ({ page }) => {
  await page.goto("/it/notizie");
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - heading "Notizie e inviti" [level=1]
      - article:
        - paragraph: Invito a partecipare
        - 'heading "Sondaggio: chi sono i facilitatori digitali nella tua città?" [level=2]':
          - link /Sondaggio/
        - paragraph: Chiuso
        - paragraph: /\\d+ \\w+ \\d{4}/
  `);
});

test("the form for a practice, in French", async ({ page }) => {
  await page.goto("/fr/proposer");
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - heading "Proposez votre pratique" [level=1]
      - combobox "Langue de votre texte (obligatoire)":
        - option "Français" [selected]
      - heading "Ce que vous avez fait" [level=2]
      - paragraph: Le nom que vous lui donnez.
      - textbox "Titre (obligatoire)"
      - textbox "En une ou deux phrases (obligatoire)"
      - textbox "Décrivez votre pratique (obligatoire)"
      - group "Thèmes (obligatoire)":
        - paragraph: Choisissez-en au moins un.
        - checkbox "Numérique au quotidien"
        - checkbox "Mesure et évaluation"
      - group "Pour qui":
        - checkbox "Personnes âgées"
      - heading [level=2]
      - group "Pays (obligatoire)":
        - checkbox "France"
      - heading [level=2]
      - heading [level=2]
      - textbox "Votre adresse électronique (obligatoire)"
      - checkbox /\\(obligatoire\\)/
      - link
      - button "Relire avant l’envoi"
  `);
});

test("a situation, in Swedish", async ({ page }) => {
  await page.goto("/sv/situation?person=older-people&service=health-record");
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - heading "Jag hjälper en äldre person med journalen på nätet, men något står i vägen" [level=1]
      - form "Din situation":
        - paragraph:
          - text: Jag hjälper Vem hjälper du?
          - combobox "Jag hjälper Vem hjälper du?":
            - option "någon"
            - option "en äldre person" [selected]
        - paragraph:
          - text: med Vad gäller det?
          - combobox "med Vad gäller det?":
            - option "journalen på nätet" [selected]
        - paragraph:
          - text: men Vad står i vägen?
          - combobox "men Vad står i vägen?":
            - option "något står i vägen" [selected]
        - paragraph:
          - button "Visa hur andra har gjort"
          - link "Börja om"
      - status:
        - paragraph: /\\d+ exempel passar/
      - region /Båda sakerna stämmer \\(\\d+\\)/:
        - heading /Båda sakerna stämmer/ [level=2]
        - article:
          - heading "Connessi in buona compagnia" [level=3]:
            - link "Connessi in buona compagnia"
          - list:
            - listitem:
              - strong: "Stämmer:"
              - text: en äldre person · journalen på nätet
      - region "En sak i taget":
        - heading "En sak i taget" [level=2]
        - list:
          - listitem:
            - link /en äldre person \\(\\d+\\)/
      - list:
        - listitem:
          - link "Se alla goda exempel"
        - listitem:
          - link
  `);
});

test("glossary, in English", async ({ page }) => {
  await page.goto("/en/glossary");
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - heading "Words explained" [level=1]
      - paragraph
      - term: ANCI
      - definition:
        - paragraph
      - term: API
      - definition:
        - paragraph: Application Programming Interface
        - paragraph
  `);
});

test("an obstacle, in English", async ({ page }) => {
  await page.goto("/en/obstacles/overload");
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - link "All that stands in the way"
      - heading "Too much work for those who help" [level=1]
      - paragraph: /Helpers have to do it all/
      - region "Who met it, and what they did":
        - heading "Who met it, and what they did" [level=2]
        - status: /\\d+ practices? tells? of it/
        - article:
          - paragraph: /Brussels, Belgium/
          - heading "Réseau Caban-Dibac" [level=3]:
            - link "Réseau Caban-Dibac"
          - term: What stood in the way
          - definition: /Where services are hard to get to/
          - term: Advice to others
          - definition:
            - paragraph: The network has two pieces of advice for others.
            - list:
              - listitem
        - paragraph:
          - link "Look in the list of practices"
          - link "Look on the map"
      - region "Similar obstacles":
        - heading "Similar obstacles" [level=2]
        - list:
          - listitem:
            - link "Too few helpers"
  `);
});

test("obstacles, in Swedish", async ({ page }) => {
  await page.goto("/sv/hinder");
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - heading "Det som står i vägen, och vad andra gör åt det" [level=1]
      - paragraph
      - region "För dem man vill nå":
        - heading "För dem man vill nå" [level=2]
        - list:
          - listitem:
            - heading "Ingen dator eller mobil hemma" [level=3]:
              - link "Ingen dator eller mobil hemma"
            - paragraph
            - paragraph: /\\d+ exempel/
      - region "På platser och i tjänster"
      - region "För dem som hjälper"
      - region "Har du hittat en väg?":
        - link "Skicka in ditt exempel"
  `);
});
