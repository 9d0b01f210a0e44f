import type { Locale } from "@/lib/i18n/locales";

// What the five source pages say, fact by fact, and the words by which each is known in what a reader gets. The browser
// tests look for the same words on the rendered pages. Numbers are those of the fact sheets the texts were written from.

export type Evidence = Record<Locale, RegExp[]>;
export type FactPage = "arles" | "caban" | "sern" | "toscana" | "eurocities-survey";
/** A numbered fact. All expressions of a language must match. */
export type Fact = { page: FactPage; fact: number } & Evidence;
/** A field of the record, by its path without positions: `places[].nuts`. All expressions of a language must match. */
export type FieldFact = { page: FactPage; field: string } & Evidence;

/** Text as it is compared: one kind of space, of apostrophe and of hyphen. Both sides pass through here. */
export const normalise = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[’‘ʼ]/g, "'")
    .replace(/\u2011/g, "-")
    .replace(/\s+/g, " ");

/** Words to look for: "…" stands for other words of the same sentence, everything else for itself. */
function look(words: string): RegExp {
  const parts = normalise(words).split(/ ?… ?/);
  const literal = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(literal.join("[^.!?]{0,200}?"), "iu");
}

/** The expressions of one language that a text does not match. */
export const missing = (evidence: Evidence, locale: Locale, text: string): RegExp[] => {
  const normal = normalise(text);
  return evidence[locale].filter((expression) => !expression.test(normal));
};

type Words = Record<Locale, string[]>;
const evidence = ({ it, fr, sv, en }: Words): Evidence => ({
  it: it.map(look),
  fr: fr.map(look),
  sv: sv.map(look),
  en: en.map(look),
});

/** Words that are the same in every language: names, addresses, codes. */
const same = (...words: string[]): Words => ({ it: words, fr: words, sv: words, en: words });
/** One text in each language, in the order in which the languages are listed. */
const four = (it: string, fr: string, sv: string, en: string): Words => ({ it: [it], fr: [fr], sv: [sv], en: [en] });
/** Several of either, all of which must be there. */
const all = (...several: Words[]): Words => ({
  it: several.flatMap(({ it }) => it),
  fr: several.flatMap(({ fr }) => fr),
  sv: several.flatMap(({ sv }) => sv),
  en: several.flatMap(({ en }) => en),
});

const numbered = (page: FactPage, facts: Words[]): Fact[] =>
  facts.map((words, at) => ({ page, fact: at + 1, ...evidence(words) }));

export const facts: Fact[] = [
  ...numbered("arles", [
    {
      it: ["Pays d'Arles … più del 40% … Bouches-du-Rhône"],
      fr: ["Pays d'Arles … plus de 40 % des Bouches-du-Rhône"],
      sv: ["Pays d'Arles … mer än 40 % … Bouches-du-Rhône"],
      en: ["Pays d'Arles … more than 40% of Bouches-du-Rhône"],
    },
    {
      it: [
        "disuguaglianze tra territori",
        "servizi pubblici sono sparsi e difficili da raggiungere",
        "popolazione è poca e dispersa",
        "livello di istruzione è basso",
        "disoccupazione è alta",
      ],
      fr: [
        "territoire souffre d'inégalités",
        "services publics … dispersés et difficiles d'accès",
        "densité de population … faible",
        "niveau d'études … bas",
        "chômage … élevé",
      ],
      sv: [
        "ojämlika villkor",
        "offentliga tjänster … utspridda och svåra att nå",
        "befolkningen är gles",
        "utbildningsnivån är låg",
        "arbetslösheten är hög",
      ],
      en: [
        "inequality between places",
        "public services … scattered and hard to reach",
        "thinly populated",
        "levels of education are low",
        "unemployment is high",
      ],
    },
    {
      it: ["digitale … occasione … spostamenti, la salute, la casa, i debiti"],
      fr: ["numérique … chance … se déplacer, se soigner, se loger … dettes"],
      sv: ["Digitala lösningar … chans … resor, hälsa, boende och skulder"],
      en: ["Digital solutions … chance … getting around, health, housing and debt"],
    },
    {
      it: ["Aiutare chi vive in campagna … servizi pubblici digitali e a usarli"],
      fr: ["Aider les habitants des zones rurales … services publics numériques et à s'en servir"],
      sv: ["hjälpa människor på landsbygden … digitala offentliga tjänster och använda dem"],
      en: ["help people in rural areas … digital public services and use them"],
    },
    {
      it: ["pagato la formazione di una rete di educatori", "accanto a chi trova difficili i servizi pubblici online"],
      fr: ["financé la formation d'un réseau d'intervenants", "épauler … mal avec les services publics en ligne"],
      sv: ["betalade utbildning … nätverk av pedagoger", "hjälper människor som tycker … offentliga tjänster … svåra"],
      en: ["paid for training a network of educators", "assist people who find public services … hard to use"],
    },
    {
      it: ["biblioteche locali … spazi … incontri di informazione e di sensibilizzazione … raggiungere le persone"],
      fr: ["séances d'information et de sensibilisation … bibliothèques locales … lieux … toucher le public visé"],
      sv: ["lokala bibliotek … lokaler … informera och öka medvetenheten", "Så nådde projektet dem det var till för"],
      en: ["libraries … buildings hosted information and awareness sessions … meet the people it was meant for"],
    },
    {
      it: ["sistema di monitoraggio … insegnamenti … lavoro futuro"],
      fr: ["dispositif de suivi … leçons"],
      sv: ["system för uppföljning … lärdomar"],
      en: ["monitoring system … lessons for later work"],
    },
    {
      it: ["160 visite formative", "in campagna sa usare meglio i servizi pubblici online"],
      fr: ["160 visites de formation", "mieux utiliser les services publics en ligne"],
      sv: ["160 utbildningsbesök", "människor på landsbygden bättre på att använda offentliga tjänster"],
      en: ["160 training visits", "rural people better at using public services online"],
    },
    {
      it: [
        "otto luoghi … Saint-Rémy-de-Provence, Barbentane, Mas-Thibert (Arles), Saint-Andiol, Tarascon, Orgon, Châteaurenard e Saint-Étienne-du-Grès",
      ],
      fr: [
        "huit lieux … Saint-Rémy-de-Provence, Barbentane, Mas-Thibert (Arles), Saint-Andiol, Tarascon, Orgon, Châteaurenard et Saint-Étienne-du-Grès",
      ],
      sv: [
        "åtta orter … Saint-Rémy-de-Provence, Barbentane, Mas-Thibert (Arles), Saint-Andiol, Tarascon, Orgon, Châteaurenard och Saint-Étienne-du-Grès",
      ],
      en: [
        "eight places … Saint-Rémy-de-Provence, Barbentane, Mas-Thibert (Arles), Saint-Andiol, Tarascon, Orgon, Châteaurenard and Saint-Étienne-du-Grès",
      ],
    },
    {
      it: ["18 e i 93 anni … 5% meno di 26 anni, il 23% tra i 26 e i 45, il 72% più di 45"],
      fr: ["18 à 93 ans … 5 % avaient moins de 26 ans, 23 % de 26 à 45 ans et 72 % plus de 45 ans"],
      sv: ["18 och 93 år … 5 % var under 26, 23 % var 26 till 45 och 72 % var över 45"],
      en: ["18 and 93 years … 5% were under 26, 23% were 26 to 45 and 72% were over 45"],
    },
    {
      it: [
        "altro risultato … Guida pratica alla mediazione per il supporto digitale",
        "circolare la formazione … formatori e mediatori … nel tempo lo stesso metodo",
      ],
      fr: [
        "Autre résultat … Guide pratique de la médiation pour l'accompagnement numérique",
        "partager la formation",
        "formateurs et médiateurs … dans la durée une même méthode",
      ],
      sv: [
        "resulterade också i … Praktisk guide till digital handledning",
        "sprider utbildningen vidare … utbildare och handledare … projektets metod över tid",
      ],
      en: [
        "Another result … Practical guide to mediation for digital support",
        "passes the training on … trainers and mediators … project's method over time",
      ],
    },
    {
      it: ["zone rurali un aiuto che dura, senza interruzioni … servizi pubblici digitali"],
      fr: ["habitants des zones rurales un soutien continu et durable … services publics numériques"],
      sv: ["människor på landsbygden ett löpande och långsiktigt stöd … digitala offentliga tjänster"],
      en: ["support to last … rural people … digital public services without a break, and in the long term"],
    },
  ]),
  ...numbered("caban", [
    {
      it: [
        "rete di persone e organizzazioni … sul campo per l'inclusione digitale",
        "tema principale è il divario digitale",
      ],
      fr: [
        "réunit des personnes et des organisations … sur le terrain à l'inclusion numérique",
        "fracture numérique est au cœur de leur action",
      ],
      sv: ["nätverk av personer och organisationer … digital inkludering", "Mest handlar det om den digitala klyftan"],
      en: [
        "links people and organisations who work for digital inclusion on the ground",
        "main concern is the digital divide",
      ],
    },
    {
      it: ["più visibile alla politica … difficoltà delle persone e quelle degli stessi operatori"],
      fr: ["observations plus visibles … politique … rencontre le public … acteurs de terrain se heurtent eux-mêmes"],
      sv: ["erfarenheter mer synliga i politiken", "problem som allmänheten möter och problem som de själva stöter på"],
      en: [
        "daily work gets more political attention",
        "problems of the public, and those that the workers run into themselves",
      ],
    },
    {
      it: [
        "mette insieme chi lavora contro il divario digitale",
        "chi governa decide … inclusione digitale … porta ai politici le osservazioni dei suoi membri",
        "da consulente",
      ],
      fr: [
        "fédère les acteurs … fracture numérique",
        "pouvoirs publics décident … inclusion numérique … membres ont constaté",
        "rôle de conseil",
      ],
      sv: [
        "för samman dem som arbetar mot den digitala klyftan",
        "styrande bestämmer sig … digital inkludering … iakttagelser på politisk nivå",
        "fungerar alltså som rådgivare",
      ],
      en: [
        "unites those who work on the digital divide",
        "government decides … digital inclusion … members' findings before the politicians",
        "acts as an adviser",
      ],
    },
    {
      it: ["cioè spazi pubblici digitali", "conoscenze digitali dei cittadini … competenze di base"],
      fr: ["EPN (espaces publics numériques) … connaissances numériques des citoyens … compétences de base"],
      sv: ["offentliga digitala mötesplatser", "invånarnas digitala kunskaper … grundläggande färdigheterna"],
      en: [
        "which are public digital spaces",
        "what citizens know about digital technology, starting with basic skills",
      ],
    },
    {
      it: [
        "associazioni belghe senza scopo di lucro",
        "divario digitale con gruppi particolari … rimette a nuovo i dispositivi … leggere e scrivere … publics Alpha … fornisce servizi e altro",
      ],
      fr: [
        "ASBL (associations sans but lucratif … belge … fracture numérique auprès de publics particuliers",
        "reconditionnent du matériel … lire et à écrire … publics Alpha … fournissent des services",
      ],
      sv: [
        "ideella föreningar i Belgien",
        "digitalt utanförskap i särskilda grupper",
        "rustar upp använd utrustning … läsa och skriva … publics Alpha … erbjuder tjänster",
      ],
      en: [
        "Belgian non-profit associations",
        "digital divide among particular groups",
        "refurbish equipment … learning to read and write … publics Alpha … provide services … others besides",
      ],
    },
    {
      it: [
        "partner sono gli EPN di Bruxelles … soggetti pubblici",
        "un informatico al servizio del pubblico",
        "si sposta sul territorio … a tu per tu, mentre negli EPN si lavora in gruppo",
      ],
      fr: [
        "partenaires sont les EPN de Bruxelles … acteurs publics",
        "informaticien public … se déplace sur le territoire",
        "personnes une par une, alors que les EPN proposent des séances de groupe",
      ],
      sv: [
        "partner är EPN i Bryssel men också offentliga aktörer",
        "ungefär ”allmänhetens datorhjälpare”",
        "åker runt i området och träffar människor enskilt, medan träffarna på EPN är i grupp",
      ],
      en: [
        "partners are the Brussels EPN and also public players",
        "public computer helper, who goes round the area to see people one by one",
        "Sessions at an EPN are for groups",
      ],
    },
    {
      it: [
        "già un grande passo entrare in un EPN",
        "soprattutto con le pratiche amministrative",
        "incoraggia la persona … EPN … più autonoma",
      ],
      fr: [
        "se rendre dans un EPN est déjà un grand pas",
        "surtout sur les démarches administratives",
        "encourage … EPN … autonomie",
      ],
      sv: [
        "steget till ett EPN är stort",
        "gäller hjälpen administrativa ärenden",
        "uppmuntras … EPN … mer självständig",
      ],
      en: [
        "big step just to visit an EPN",
        "help is with administrative matters",
        "encouraged … EPN … more independent",
      ],
    },
    {
      it: ["stesse richieste politiche degli EPN", "finanziamento strutturale … assumere facilitatori digitali"],
      fr: ["mêmes revendications politiques que les EPN", "financement structurel … employer des aidants numériques"],
      sv: ["samma politiska krav som EPN", "strukturell finansiering … anställa digitala handledare"],
      en: ["same demands to politicians as the EPN", "structural funding … to employ digital helpers"],
    },
    {
      it: [
        "tre livelli del divario digitale",
        "Dispositivi e connessione di qualità … resta senza per un po'",
        "trasloco … telefono",
        "EPN sono aperti a tutti",
      ],
      fr: [
        "trois niveaux de la fracture numérique",
        "équipement et une connexion de qualité … pendant un temps",
        "déménagement … sur un téléphone",
        "EPN sont ouverts à tous",
      ],
      sv: [
        "tre nivåer av den digitala klyftan",
        "Utrustning och uppkoppling av god kvalitet … utan en tid",
        "vid en flytt … telefon",
        "EPN är öppna för alla",
      ],
      en: [
        "all three levels of the digital divide",
        "good equipment and a good connection … without them for a while",
        "Moving house … on a phone",
        "EPN are open to all",
      ],
    },
    {
      it: [
        "bisogni delle persone: la banca, il telelavoro, lo smartphone",
        "cambiano di continuo … finché la tecnologia cambia il divario resta",
        "EPN sono lì per ogni divario",
      ],
      fr: [
        "besoins des gens : banque, télétravail, usage du smartphone",
        "évoluent sans arrêt",
        "Tant que la technologie change, la fracture demeure",
        "chaque fracture qui apparaît, les EPN",
      ],
      sv: [
        "människor behöver: bankärenden, distansarbete … smarttelefonen",
        "ändras hela tiden",
        "Så länge tekniken ändras finns klyftan kvar",
        "EPN finns till hands vid varje ny klyfta",
      ],
      en: [
        "what people need: banking, teleworking, using a smartphone",
        "Technology keeps changing",
        "As long as technology changes, the divide will go on",
        "Whenever a new one appears, the EPN are there",
      ],
    },
    {
      it: ["L'accesso ai diritti", "aiuto nelle urgenze, affidato soprattutto"],
      fr: ["L'accès aux droits", "aide d'urgence … surtout à l'informaticien public"],
      sv: ["Tillgång till rättigheter", "akut hjälp och främst en uppgift för"],
      en: ["Access to rights", "urgent help … mainly the job of the public computer helper"],
    },
    {
      it: ["luoghi collettivi e quindi creano anche coesione sociale", "modo in cui si guarda al mondo digitale"],
      fr: ["Lieux collectifs, les EPN créent aussi de la cohésion sociale", "regard porté sur le monde numérique"],
      sv: ["EPN är platser där man är tillsammans", "social sammanhållning … syn på den digitala världen"],
      en: ["shared places, so they create social cohesion too", "change how people look at the digital world"],
    },
    {
      it: [
        "Per lavorare bene hanno bisogno di altri",
        "sportelli bancari sono chiusi … domande specifiche sulla banca",
        "strumento digitale della banca … pubblici o privati, che le persone possano raggiungere",
        "lavoro dei facilitatori degli EPN si fa più pesante",
        "prendere il posto del personale",
      ],
      fr: [
        "Pour bien fonctionner, ils ont besoin d'autres acteurs",
        "guichets bancaires sont fermés … questions bancaires précises",
        "l'outil numérique de la banque … publics ou privés, auxquels les gens puissent s'adresser",
        "travail des animateurs d'EPN s'alourdit",
        "remplacer le personnel",
      ],
      sv: [
        "fungera bra behöver de andra aktörer",
        "alla bankkontor har stängt … specifika bankfrågor",
        "bankens digitala verktyg … offentlig eller privat service som går att nå",
        "tyngre för handledarna på EPN",
        "ersätta personalen",
      ],
      en: [
        "need others in order to work well",
        "every bank counter has closed … specific questions about banking",
        "explain the digital tool that the bank offers",
        "public or private services within people's reach",
        "EPN facilitators have a heavier load",
        "replace the people employed by those services",
      ],
    },
    {
      it: [
        "A casa è difficile fare da soli",
        "mancare una buona connessione o un dispositivo",
        "restare quanto vuole … autonomi … a casa, per tentativi ed errori",
      ],
      fr: [
        "Travailler seul chez soi reste difficile",
        "manque parfois d'une bonne connexion ou de matériel",
        "rester à l'EPN aussi longtemps … à la maison, par essais et erreurs … autonome",
      ],
      sv: [
        "svårt att öva på egen hand hemma",
        "sakna bra uppkoppling eller utrustning",
        "stanna på EPN så länge de vill",
        "självständig genom att öva hemma och pröva sig fram",
      ],
      en: [
        "Working alone at home is hard",
        "without a good connection, or without equipment",
        "stay at the EPN for as long as they like",
        "independent is to practise at home, by trial and error",
      ],
    },
    {
      it: [
        "Trovare fondi è difficile … coesione sociale",
        "servizi pubblici e privati diventano meno accessibili",
        "una missione o per un gruppo preciso … tutti i tipi di pubblico",
        "domanda richiede tempo … non si sa se si vincerà",
        "originali … la tastiera o il mouse",
      ],
      fr: [
        "L'argent est difficile à trouver … cohésion sociale",
        "services publics et privés sont moins accessibles",
        "une mission ou un public donné … inclure tous les publics",
        "prend du temps, sans garantie de succès",
        "originaux … clavier ou de la souris",
      ],
      sv: [
        "Pengar är svåra att få … social sammanhållning",
        "offentlig och privat service blir mindre tillgänglig",
        "visst uppdrag eller en viss målgrupp … alla målgrupper",
        "ansökan tar tid och ingen vet",
        "originella … tangentbord och mus",
      ],
      en: [
        "Money is hard to find … social cohesion",
        "less physical access to public and private services",
        "one mission or one audience … impossible to include every audience",
        "Applying takes time, and nobody knows",
        "original … a keyboard or a mouse",
      ],
    },
    {
      it: [
        "Fondi difficili, lavoro difficile",
        "contratti sono precari e il personale cambia spesso",
        "facilitatore costruisce un rapporto di fiducia",
      ],
      fr: [
        "À financement difficile, emploi difficile",
        "contrats sont précaires et les équipes changent souvent",
        "animateur noue une relation de confiance",
      ],
      sv: [
        "Osäkra pengar ger osäkra jobb",
        "Anställningarna är otrygga och personalen byts ofta ut",
        "handledaren bygga upp besökarnas förtroende",
      ],
      en: [
        "Difficult funding makes for difficult employment",
        "Contracts offer little security, and the staff keeps changing",
        "facilitator can build up trust",
      ],
    },
    {
      it: [
        "Essere realisti",
        "Aprire un EPN … molto lavoro: condurre le attività, coordinare, comunicare, cercare partner",
        "poterlo sostenere",
        "stipendio e del contratto (a tempo pieno) del facilitatore",
        "pretendere troppo da chi ci lavorerà",
        "finanziamenti e organizzazione … in cerca di fondi",
      ],
      fr: [
        "Rester réaliste",
        "Créer un EPN … beaucoup de travail : animation, coordination, communication, recherche de partenaires",
        "pouvoir l'assumer",
        "salaire et du contrat (à temps plein) de l'animateur",
        "trop exiger … travailleront … financement et à l'organisation … quête d'argent",
      ],
      sv: [
        "Var realistisk",
        "starta ett EPN … mycket arbete: att leda aktiviteter, samordna, kommunicera, hitta samarbetspartner",
        "måste du orka med",
        "handledarens lön och anställning (på heltid)",
        "Begär inte för mycket av dem som ska arbeta där",
        "finansiering och organisation … söka pengar",
      ],
      en: [
        "Be realistic",
        "Setting up an EPN is a lot of work: running activities, coordination, communication, finding partners",
        "able to carry it",
        "facilitator's pay and (full-time) contract",
        "overloading those who will work there",
        "funding and organisation … looking for money",
      ],
    },
    {
      it: ["Entrare in una rete", "finanziamento strutturale, anche modesto … il minimo a ogni EPN"],
      fr: ["Rejoindre un réseau", "financement structurel, même modeste … un minimum à chaque EPN"],
      sv: [
        "Gå med i ett nätverk",
        "sikta på strukturell finansiering",
        "blygsam … garanterar varje EPN en lägsta nivå",
      ],
      en: ["Belong to a network", "aim for structural funding", "modest … every EPN is sure of a minimum"],
    },
    {
      it: ["continuare a cercare finanziamenti strutturali per gli EPN", "membri di Caban che non sono EPN"],
      fr: ["recherche permanente d'un financement structurel pour les EPN", "membres de Caban qui ne sont pas des EPN"],
      sv: ["hela tiden söka strukturell finansiering för EPN", "medlemmar i Caban som inte är EPN"],
      en: ["keep on looking for structural funding for EPN", "members of Caban that are not EPN"],
    },
    {
      it: ["riunire di nuovo tutti i membri … sostegno umano in una società digitale"],
      fr: ["rassemblement de tous les membres … accompagnement humain dans une société numérique"],
      sv: ["samla alla medlemmar igen … mänskligt stöd i ett digitalt samhälle"],
      en: ["all the members together again … human support in a digital society"],
    },
  ]),
  ...numbered("sern", [
    {
      it: ["COVID-19 … società europea … domanda di servizi digitali", "enti pubblici locali … lavoro amministrativo"],
      fr: ["COVID-19 … société européenne … demande de services numériques", "publics locaux … tâches administratives"],
      sv: [
        "Covid-19 … europeiska samhället … efterfrågan på digitala tjänster",
        "Lokala myndigheter … administrativa arbete",
      ],
      en: ["COVID-19 … European society … demand for digital services", "Local public bodies … administrative work"],
    },
    {
      it: [
        "non tutti i cittadini adulti",
        "rimasto escluso chi non ha le competenze, le conoscenze o la capacità di usare",
      ],
      fr: [
        "citoyens adultes en ont été exclus",
        "manquait les compétences, les connaissances ou la capacité d'utiliser",
      ],
      sv: ["lämnades en del vuxna utanför", "saknade färdigheter, kunskaper eller förmåga att använda"],
      en: ["some adult citizens were left out", "lacked the skills, the knowledge or the ability to use"],
    },
    {
      it: [
        "capire che cosa spinge … ai margini del mondo digitale",
        "soluzioni convincenti … metodi validi … organizzazioni partner",
        "adulti occasioni migliori per imparare in modo informale",
        "sempre più connessa … inclusione digitale dei gruppi svantaggiati",
      ],
      fr: [
        "comprendre ce qui pousse … en marge du numérique",
        "solutions convaincantes … bonnes méthodes que les organisations partenaires",
        "adultes de meilleures occasions d'apprendre de façon informelle",
        "toujours plus connectée … inclusion numérique des groupes défavorisés",
      ],
      sv: [
        "förstå vad som driver digital marginalisering",
        "lösningar som övertygar … goda metoder … partnerorganisationerna",
        "vuxna bättre möjligheter att lära sig informellt",
        "mer uppkopplat samhälle … utsatta grupper",
      ],
      en: [
        "understand what pushes people to the digital margins",
        "solutions that convince, built on good methods … partner organisations",
        "adults better chances to learn informally",
        "ever more connected … disadvantaged groups are included",
      ],
    },
    {
      it: ["motivi principali … emarginazione digitale … anziane o migranti, usa poco i servizi digitali"],
      fr: [
        "principales raisons … marginalisation numérique, âgées ou migrantes … utilisent peu les services numériques",
      ],
      sv: ["viktigaste orsakerna … digitalt utanförskap … äldre eller migranter, sällan använder digitala tjänster"],
      en: ["main reasons … digital marginalisation … older people or migrants, make little use of digital services"],
    },
    {
      it: ["fattori negativi … lontani dai servizi pubblici gli adulti"],
      fr: ["facteurs négatifs … services publics les adultes qui se forment"],
      sv: ["negativa faktorer … vuxna som lär sig nytt inte når offentliga tjänster"],
      en: ["negative factors … adult learners and public services"],
    },
    {
      it: ["metodi proattivi … apprendimento informale … servizi pubblici digitali"],
      fr: ["méthodes proactives … apprentissage informel … services publics numériques"],
      sv: ["proaktiva metoder … informellt lärande … offentliga e-tjänster"],
      en: ["proactive methods … informal learning … digital public services"],
    },
    {
      it: ["emarginazione digitale sarà compresa meglio"],
      fr: ["marginalisation numérique sera mieux comprise"],
      sv: ["marginalisering kommer att förstås bättre"],
      en: ["marginalisation will be better understood"],
    },
    {
      it: ["ogni organizzazione partner vedrà con chiarezza quali soluzioni pratiche"],
      fr: ["chaque organisation partenaire saura clairement quelles solutions pratiques"],
      sv: ["Varje partnerorganisation kommer att se tydligt vilka praktiska lösningar"],
      en: ["each partner organisation will see clearly which practical solutions"],
    },
  ]),
  ...numbered("toscana", [
    {
      it: ["nuova strategia regionale per le competenze digitali", "è il suo primo progetto"],
      fr: ["nouvelle stratégie régionale pour les compétences numériques", "en est le premier projet"],
      sv: ["ny regional strategi för digital kompetens", "är dess första projekt"],
      en: ["new regional strategy for digital skills … is its first project"],
    },
    {
      it: [
        "corsi di alfabetizzazione digitale … ascolta davvero i cittadini … facilitatori … più semplice entrare nei servizi online",
      ],
      fr: [
        "cours pour apprivoiser le numérique … écoute des citoyens, les accompagne et simplifie l'accès aux services",
      ],
      sv: ["kurser i digitala grunder", "lyssnar på riktigt till invånarna, ger dem stöd och gör det enklare"],
      en: ["courses in digital basics", "truly listens to citizens, puts helpers at their side and makes it simpler"],
    },
    {
      it: [
        "prima di tutto chi ha più di 65 anni",
        "aree interne … lontano da dove si trovano i servizi",
        "chiunque faccia fatica con la tecnologia digitale",
      ],
      fr: [
        "avant tout, les personnes de plus de 65 ans",
        "l'arrière-pays … éloignés des services",
        "toute personne que le numérique met en difficulté",
      ],
      sv: [
        "framför allt personer över 65 år",
        "inlandets glesbygd eller långt från platserna där servicen finns",
        "alla andra som tycker att digital teknik är svår",
      ],
      en: [
        "people over 65, above all",
        "inner areas … far from where services are given",
        "anyone who finds digital technology hard",
      ],
    },
    {
      it: [
        "servizi pubblici online più vicini ai cittadini",
        "nell'emergenza della pandemia",
        "pagamenti online",
        "fascicolo sanitario elettronico",
        "prenotazione dei vaccini e il Green Pass",
        "certificati anagrafici",
        "SPID, l'identità digitale pubblica",
        "altri servizi di pubblica utilità",
      ],
      fr: [
        "rapprocher les citoyens des services publics en ligne … l'urgence de la pandémie",
        "paiements en ligne",
        "dossier médical électronique",
        "réservation des vaccins et le Green Pass",
        "certificats d'état civil",
        "SPID, l'identité numérique publique",
        "autres services d'utilité publique",
      ],
      sv: [
        "föra invånarna närmare de offentliga tjänsterna",
        "akuta läget under pandemin",
        "betalningar på nätet",
        "elektroniska patientjournalen",
        "vaccinbokning och Green Pass",
        "intyg från folkbokföringen",
        "SPID, Italiens offentliga e-legitimation",
        "andra samhällstjänster",
      ],
      en: [
        "public services on the internet had to come closer to citizens",
        "most useful in the emergency of the pandemic",
        "paying online",
        "electronic health record",
        "booking vaccinations, and the Green Pass",
        "certificates from the civil registry",
        "SPID, Italy's public digital identity",
        "other useful public services",
      ],
    },
    {
      it: [
        "fatto nascere insieme la Regione Toscana, ANCI Toscana … sindacati dei pensionati SPI CGIL, FNP CISL e UILP UIL",
      ],
      fr: [
        "né de la coopération entre la Région, ANCI Toscana … syndicats de retraités SPI CGIL, FNP CISL et UILP UIL",
      ],
      sv: ["samarbete mellan regionen, ANCI Toscana … fackförbund SPI CGIL, FNP CISL och UILP UIL"],
      en: ["cooperation between the Region, ANCI Toscana … pensioners' unions SPI CGIL, FNP CISL and UILP UIL"],
    },
    {
      it: [
        "uffici locali che servono i cittadini e ne raccolgono le richieste",
        "si sente accolto e si avvicina con fiducia ai punti di facilitazione",
      ],
      fr: [
        "guichets de proximité qui reçoivent les citoyens et recueillent leurs demandes",
        "bien accueilli et vient en confiance dans les espaces",
      ],
      sv: [
        "lokala kontor som redan möter invånarna och tar emot deras frågor",
        "välkomna … med förtroende till projektets digitala mötesplatser",
      ],
      en: [
        "local offices that serve citizens and listen to their requests",
        "feel welcome there, and come with trust to the project's public digital spaces",
      ],
    },
    {
      it: [
        "rete di sportelli nati da un accordo tra la Regione e ANCI",
        "zone più isolate, garantiscono l'accesso ai servizi pubblici e promuovono i diritti … ai margini",
      ],
      fr: [
        "réseau de guichets est issu d'un accord entre la Région et ANCI",
        "zones les plus isolées",
        "garantissent l'accès aux services publics et défendent les droits des citoyens … à la marge",
      ],
      sv: [
        "nätverk av servicediskar",
        "avtal mellan regionen och ANCI",
        "mest avlägsna områdena",
        "når offentliga tjänster och värnar invånarnas rättigheter … samhällets utkant",
      ],
      en: [
        "are a network of counters",
        "agreement between the Region and ANCI",
        "most remote areas",
        "guarantee access to public services and promote citizens' rights … on the margins",
      ],
    },
    {
      it: [
        "Gli sportelli dei sindacati toscani dei pensionati",
        "luoghi di ascolto importanti … presto di chi è in difficoltà … durante la pandemia",
      ],
      fr: [
        "guichets des syndicats de retraités de Toscane",
        "lieux d'écoute importants",
        "repèrent tôt les situations difficiles … pendant la pandémie",
      ],
      sv: [
        "toskanska pensionärsfackens mottagningar",
        "viktiga platser där någon lyssnar",
        "märks det tidigt när någon har det svårt",
        "Så var det framför allt under pandemin",
      ],
      en: [
        "counters of Tuscany's pensioners' unions",
        "important places for listening",
        "notice early when someone is in difficulty … during the pandemic",
      ],
    },
    {
      it: [
        "Circa 100 giovani che lavorano nelle Botteghe della Salute fanno da facilitatori digitali",
        "più facile l'accesso a Internet e guidano le persone nei servizi pubblici online",
        "lì di persona, vicini ai cittadini e in contatto con gli uffici del posto",
      ],
      fr: [
        "centaine de jeunes qui travaillent dans les Botteghe della Salute jouent le rôle d'aidants numériques",
        "facilitent l'accès à Internet et guident chacun dans les services publics en ligne",
        "présents sur place, proches des citoyens et en lien avec les guichets locaux",
      ],
      sv: [
        "Omkring 100 unga som arbetar i Botteghe della Salute är digitala handledare",
        "lättare att komma ut på internet och lotsar invånarna genom offentliga tjänster",
        "på plats, nära invånarna, och håller kontakt med de lokala kontoren",
      ],
      en: [
        "About 100 young people who work in the Botteghe della Salute act as digital helpers",
        "easier to get onto the internet and guide people through public services online",
        "in person, close to citizens, and stay in touch with the local offices",
      ],
    },
    {
      it: [
        "posti familiari, dove la gente si incontra",
        "cambiare le proprie abitudini",
        "servizi digitali incuriosiscono di più",
        "comunità e la partecipazione … cittadinanza digitale",
        "amministrazioni pubbliche si avvicinano ai bisogni dei cittadini",
      ],
      fr: [
        "endroits connus, où les gens se croisent",
        "gardent leurs habitudes",
        "services numériques éveillent davantage la curiosité",
        "participation … citoyenneté numérique",
        "administrations publiques se rapprochent des besoins des citoyens",
      ],
      sv: [
        "platser som människor känner till och där de ändå träffas",
        "behålla sina vardagsvanor",
        "nyfikna på digitala tjänster",
        "gemenskap och delaktighet växer … digitalt medborgarskap",
        "offentliga förvaltningarna kommer närmare det som invånarna behöver",
      ],
      en: [
        "familiar places, where people naturally meet",
        "keep their daily habits",
        "more curious about digital services",
        "community and participation grow … digital citizenship",
        "public administrations come closer to what citizens need",
      ],
    },
    {
      it: [
        "Politecnico di Milano, propone questionari agli utenti",
        "livello di competenze digitali partono le persone raggiunte",
        "valutare i risultati della strategia regionale",
        "coerenti con il DESI",
      ],
      fr: [
        "Politecnico di Milano) font remplir des questionnaires aux usagers",
        "niveau de départ des personnes touchées … compétences numériques",
        "évaluer les résultats de la stratégie régionale",
        "cohérents avec le DESI",
      ],
      sv: [
        "Politecnico di Milano) låter användarna svara på enkäter",
        "digital kompetens de som nås har från början",
        "utvärdera vad den regionala strategin ger",
        "stämmer överens med DESI",
      ],
      en: [
        "Politecnico di Milano … questionnaires for users",
        "digital skills the people reached start from",
        "evaluate what the regional strategy achieves",
        "consistent with DESI",
      ],
    },
    {
      it: [
        "previste varie fasi, con la formazione dei facilitatori digitali … più luoghi e di più tipi",
        "PNRR … periodo di programmazione europea 2021-2027",
      ],
      fr: [
        "Plusieurs phases sont prévues, avec une formation pour les aidants numériques … plus variés … davantage de lieux",
        "PNRR … période de programmation européenne 2021-2027",
      ],
      sv: [
        "Flera etapper är planerade",
        "handledare ska få utbildning, och mötesplatserna ska bli fler och av fler slag",
        "PNRR … EU:s programperiod 2021–2027",
      ],
      en: [
        "Several phases are planned, with training for digital helpers … in more places and of more kinds",
        "PNRR … EU's programming period 2021–27",
      ],
    },
    {
      it: ["Alla partenza … campagna sui media … calendario di eventi in tutta la regione"],
      fr: ["campagne dans les médias … calendrier d'événements dans toute la région … lancement"],
      sv: ["Starten … kampanj i medierna … program med evenemang runt om i regionen"],
      en: ["At the start … media campaign … calendar of events across the region"],
    },
    {
      it: [
        "numero di telefono regionale dedicato: risponde con informazioni, consigli e aiuto sui servizi pubblici digitali",
      ],
      fr: [
        "numéro de téléphone régional est aussi ouvert … informations, des conseils et de l'aide pour les services publics",
      ],
      sv: [
        "Regionen har också ett särskilt telefonnummer",
        "information, råd och hjälp med digitala offentliga tjänster",
      ],
      en: [
        "There is also a dedicated regional telephone number",
        "information, guidance and help with digital public services",
      ],
    },
    {
      it: ["Nel 2022 … Premio Nazionale … Digitale inclusivo", "926 voti online", "iscritti erano più di 120"],
      fr: ["En 2022 … prix national italien … Digitale inclusivo", "926 votes en ligne", "plus de 120 projets"],
      sv: ["År 2022 … nationella pris … Digitale inclusivo", "926 röster på nätet", "Fler än 120 projekt"],
      en: ["In 2022 … National Prize … Digitale inclusivo", "926 online votes", "More than 120 projects"],
    },
    {
      it: ["Premio dei premi … 12ª edizione del premio nazionale italiano per l'innovazione", "luglio 2022"],
      fr: ["reçu le … Premio dei premi … 12e édition du prix national italien de l'innovation", "juillet 2022"],
      sv: ["Premio dei premi … tolfte omgången av landets nationella innovationspris", "juli 2022"],
      en: ["went on to win … Premio dei premi … 12th edition of Italy's national innovation prize", "July 2022"],
    },
  ]),
  ...numbered("eurocities-survey", [
    {
      it: [
        "gruppo di lavoro di Eurocities sul divario digitale ha lanciato un sondaggio",
        "profilo di competenze di chi … anche da facilitatore digitale",
      ],
      fr: [
        "groupe de travail d'Eurocities sur la fracture numérique a lancé une enquête",
        "profil de compétences des professionnels qui sont aussi des aidants numériques",
      ],
      sv: [
        "Eurocities arbetsgrupp för den digitala klyftan gick ut med en enkät",
        "kompetensprofilen hos yrkesverksamma som också är digitala handledare",
      ],
      en: ["Digital Divide task force of Eurocities launched a survey on the skills profile … digital helpers as well"],
    },
    {
      it: ["impegnato a ridurre le disuguaglianze digitali nelle sue città"],
      fr: ["s'engage à réduire les inégalités numériques dans ses villes"],
      sv: ["minska den digitala ojämlikheten i sina städer"],
      en: ["committed to making its cities less unequal in digital matters"],
    },
    {
      it: [
        "creare un programma didattico e una formazione … dall'esperienza delle città",
        "quali competenze e quali strumenti servono per aiutare bene chi abita in città",
      ],
      fr: [
        "construire un programme et des formations … villes ont appris",
        "quelles compétences et quels outils permettent de bien accompagner les citadins",
      ],
      sv: [
        "ta fram en kursplan och en utbildning … städernas erfarenheter",
        "vilka kunskaper och verktyg som krävs för att ge stadsborna",
      ],
      en: [
        "build a curriculum and training … what cities have learnt",
        "which skills and tools it takes to support city dwellers",
      ],
    },
    {
      it: ["trasformazione digitale va avanti … persone vulnerabili rischiano ancora di più"],
      fr: ["transformation numérique se poursuit … personnes vulnérables … risque encore plus grand"],
      sv: ["Digitaliseringen fortsätter … riskerna ökar … utsatta människor"],
      en: ["digital transformation goes on … vulnerable people at even greater risk"],
    },
    {
      it: [
        "dieci anni … COVID-19 … servizi pubblici digitali … cuore del lavoro degli assistenti sociali",
        "contatto diretto con cittadini in difficoltà",
      ],
      fr: [
        "dix années … COVID-19 … services publics numériques … cœur du métier des travailleurs sociaux",
        "contact direct avec des citoyens en difficulté",
      ],
      sv: [
        "tio åren … covid-19 … offentliga e-tjänster … kärnan i socialarbetarnas jobb",
        "direkt kontakt med människor som behöver stöd",
      ],
      en: [
        "ten years … COVID-19 … digital public services … core of what social workers do",
        "deal directly with citizens in need",
      ],
    },
    {
      it: [
        "mancano le competenze digitali di base",
        "dei dipendenti pubblici … dispositivo … servizio digitale",
        "uffici comunali devono avere gli strumenti e le competenze giuste",
      ],
      fr: [
        "n'ont pas les compétences numériques de base",
        "besoin d'un agent public … appareil … service numérique",
        "services municipaux … bons outils et les bonnes compétences",
      ],
      sv: [
        "saknar grundläggande digitala kunskaper",
        "hjälp av offentligt anställda … apparat … digital tjänst",
        "förvaltningar ha rätt verktyg och rätt kunskaper",
      ],
      en: [
        "lack basic digital skills",
        "turn to civil servants … device … digital service",
        "city departments now need the right tools and skills",
      ],
    },
    {
      it: ["sondaggio era breve", "utili sul profilo di competenze, far capire che cosa serve … nella formazione"],
      fr: ["L'enquête était courte", "image utile du profil de compétences, éclairer les besoins … les formations"],
      sv: ["Enkäten var kort", "användbar information om kompetensprofilen, visa vad som behövs … utbildningar"],
      en: [
        "survey was short",
        "useful information on the skills profile, show what is needed … curricula and training",
      ],
    },
    {
      it: [
        "rivolto a: … assistenti sociali; … personale degli uffici a contatto diretto con i cittadini; … chi aiuta i cittadini",
      ],
      fr: [
        "s'adressait : … aux travailleurs sociaux ; … personnel des services en contact direct avec les citoyens ; … qui aident les citoyens",
      ],
      sv: [
        "riktade sig till … socialarbetare … anställda på förvaltningar som har direkt kontakt med invånarna … som hjälper invånare",
      ],
      en: [
        "asked to answer: … social workers; … staff of departments in direct contact with citizens; … who helps citizens",
      ],
    },
    {
      it: ["sondaggio è rimasto aperto fino al 6 dicembre 2023"],
      fr: ["L'enquête était ouverte jusqu'au 6 décembre 2023"],
      sv: ["Enkäten var öppen till och med den 6 december 2023"],
      en: ["survey was open until 6 December 2023"],
    },
    {
      it: ["risultati era prevista entro metà gennaio 2024", "attività successive del gruppo"],
      fr: ["résultats était prévu d'ici à la mi-janvier 2024", "suite des activités du groupe"],
      sv: ["Resultaten skulle spridas senast i mitten av januari 2024", "arbetsgruppens fortsatta arbete"],
      en: ["results were to be shared by mid-January 2024", "feed its later activities"],
    },
  ]),
];

const byField = (page: FactPage, fields: Record<string, Words>): FieldFact[] =>
  Object.entries(fields).map(([field, words]) => ({ page, field, ...evidence(words) }));

const editors = (publisher: string, language: [string, string, string, string]): Words =>
  all(
    four(
      `redazione di Ponte, 22 novembre 2026`,
      `rédaction de Ponte (22 novembre 2026)`,
      `Pontes redaktion, 22 november 2026`,
      `Ponte's editors`,
    ),
    four(
      `pagina di ${publisher} (${language[0]})`,
      `page en ${language[1]} publiée par ${publisher}`,
      `sida hos ${publisher} (på ${language[2]})`,
      `page of ${publisher} (${language[3]}), 22 November 2026`,
    ),
  );

const notReviewed = four(
  "Il titolare della pratica non lo ha rivisto",
  "Ceux qui ont mené la pratique n'ont pas relu ce texte",
  "De som äger exemplet har inte granskat texten",
  "Not reviewed by the practice's owner",
);

/** What stands in the records (and the heads of the texts), as readers of each language get it. */
export const fieldFacts: FieldFact[] = [
  ...byField("arles", {
    "obstacles[].code": all(
      four("I servizi sono lontani", "Les services sont loin", "Det är långt till service", "Services are far away"),
      four(
        "Poca pratica con il digitale",
        "Peu d'habitude du numérique",
        "Liten vana vid det digitala",
        "Little practice with digital tools",
      ),
    ),
    "obstacles[].met": all(
      four(
        "È una zona rurale con pochi abitanti, e l'accesso",
        "Dans cette zone rurale peu peuplée, l'accès aux services",
        "På landsbygden här bor få människor, och tillgången till",
        "Few people live in this rural area, and access",
      ),
      four(
        "C'era chi, in campagna, faceva fatica con i servizi",
        "À la campagne, certains avaient du mal à faire",
        "En del på landet hade svårt för myndigheternas tjänster",
        "Some people in the country found it hard to",
      ),
    ),
    "obstacles[].response": all(
      four(
        "La formazione si è fatta in otto località",
        "La formation a eu lieu à huit endroits",
        "Utbildningen hölls på åtta ställen",
        "The training was held in eight places",
      ),
      four(
        "Sono stati formati educatori che li aiutano",
        "Des intervenants ont été formés pour les aider",
        "Pedagoger utbildades för att hjälpa dem",
        "Educators were trained to help them",
      ),
    ),
    title: same("Click Public Services"),
    subtitle: four(
      "Migliorare l'accesso ai servizi pubblici",
      "Faciliter l'accès aux services publics",
      "Bättre tillgång till offentliga tjänster",
      "Improving access to public services",
    ),
    provenance: all(
      editors("Altre Lombardie, Politecnico di Milano", ["italiano", "italien", "italienska", "Italian"]),
      notReviewed,
    ),
    kind: four("Tipo … Politica pubblica", "Type … Politique publique", "Typ … Politisk åtgärd", "Kind … Policy"),
    "countries[]": four("Paese … Francia", "Pays … France", "Land … Frankrike", "Country … France"),
    "scopes[]": four("Raggio d'azione … Locale", "Échelle … Locale", "Räckvidd … Lokalt", "Scope … Local"),
    status: four("Stato … Conclusa", "Statut … Terminée", "Status … Avslutat", "Status … Ended"),
    evidence: four(
      "Livello di prova … Monitorata",
      "Niveau de preuve … Suivie",
      "Kunskap om resultaten … Uppföljt",
      "Evidence … Monitored",
    ),
    "themes[]": four(
      "Temi … Servizi online e diritti … Formazione dei facilitatori … Competenze digitali di base",
      "Thèmes … Services en ligne et droits … Formation à l'aide numérique … Numérique au quotidien",
      "Teman … E-tjänster och rättigheter … Utbilda digitala handledare … Digitala vardagskunskaper",
      "Themes … Online services and rights … Training digital helpers … Everyday digital skills",
    ),
    "audiences.direct[]": four(
      "Per chi … Persone che vivono in zone rurali … Adulti … Facilitatori digitali",
      "Pour qui … Habitants des zones rurales … Adultes … Aidants numériques",
      "För vem … Personer på landsbygden … Vuxna … Digitala handledare",
      "For whom … People in rural areas … Adults … Digital helpers",
    ),
    "audiences.ageFrom": four("da 18 a 93 anni", "de 18 à 93 ans", "18 till 93 år", "18 to 93 years"),
    "audiences.ageTo": four("da 18 a 93 anni", "de 18 à 93 ans", "18 till 93 år", "18 to 93 years"),
    "period.during": four("Anno … 2018", "Année … 2018", "År … 2018", "Year … 2018"),
    "places[].name": all(
      same("Arles (NUTS FRL04)"),
      four("Luoghi serviti", "Lieux desservis", "Orter som omfattas", "Places served"),
      same(
        "Saint-Rémy-de-Provence … Barbentane … Mas-Thibert (Arles) … Saint-Andiol … Tarascon … Orgon … Châteaurenard … Saint-Étienne-du-Grès",
      ),
    ),
    "places[].nuts": same("NUTS FRL04"),
    "places[].note": four(
      "Pays d'Arles, dipartimento delle Bocche del Rodano",
      "Pays d'Arles, département des Bouches-du-Rhône",
      "Pays d'Arles i departementet Bouches-du-Rhône",
      "Pays d'Arles, in the department of Bouches-du-Rhône",
    ),
    "organisations[].name": same("Association Pôle de Formation du Pays d'Arles"),
    "organisations[].roles[]": four("Responsabile", "Menée par", "Ansvarig", "Led by"),
    "organisations[].type": four("Associazione", "Association", "Förening", "Association"),
    "funding.total": four("Totale … 72.853,15 €", "Total … 72 853,15 €", "Totalt … 72 853,15 €", "Total … €72,853.15"),
    "funding.currency": four("72.853,15 €", "72 853,15 €", "72 853,15 €", "€72,853.15"),
    "funding.lines[].source": all(
      four(
        "FEASR (Fondo europeo agricolo per lo sviluppo rurale)",
        "FEADER (Fonds européen agricole pour le développement rural)",
        "EJFLU (Europeiska jordbruksfonden för landsbygdsutveckling)",
        "EAFRD (European Agricultural Fund for Rural Development)",
      ),
      four(
        "Fondi nazionali e regionali",
        "Fonds nationaux et régionaux",
        "Nationella och regionala medel",
        "National and regional funds",
      ),
      four("Fondi privati", "Fonds privés", "Privata medel", "Private funds"),
    ),
    "funding.lines[].amount": {
      it: ["39.340,69 € … 54%", "26.227,13 € … 36%", "285,33 € … 10%"],
      fr: ["39 340,69 € … 54 %", "26 227,13 € … 36 %", "7 285,33 € … 10 %"],
      sv: ["39 340,69 € … 54 %", "26 227,13 € … 36 %", "7 285,33 € … 10 %"],
      en: ["€39,340.69 … 54%", "€26,227.13 … 36%", "€7,285.33 … 10%"],
    },
    "indicators[].label": all(
      four("Visite formative", "Visites de formation", "Utbildningsbesök", "Training visits"),
      four(
        "Luoghi in cui si è tenuta la formazione",
        "Lieux de formation",
        "Orter där utbildningen hölls",
        "Places where training was given",
      ),
      four(
        "Età di chi ne ha beneficiato",
        "Âge des bénéficiaires",
        "Deltagarnas ålder",
        "Age of the people who benefited",
      ),
    ),
    "indicators[].kind": four("(risultato)", "(réalisé)", "(resultat)", "(achieved)"),
    "indicators[].value": {
      it: ["(risultato) … 160", "(risultato) … 8"],
      fr: ["(réalisé) … 160", "(réalisé) … 8"],
      sv: ["(resultat) … 160", "(resultat) … 8"],
      en: ["(achieved) … 160", "(achieved) … 8"],
    },
    "indicators[].breakdown[].ageTo": four("meno di 26 anni", "moins de 26 ans", "under 26 år", "under 26"),
    "indicators[].breakdown[].ageFrom": four("più di 45 anni", "plus de 45 ans", "över 45 år", "over 45"),
    "indicators[].breakdown[].value": four(
      "meno di 26 anni … 5% … da 26 a 45 anni … 23% … più di 45 anni … 72%",
      "moins de 26 ans … 5 % … de 26 à 45 ans … 23 % … plus de 45 ans … 72 %",
      "under 26 år … 5 % … 26 till 45 år … 23 % … över 45 år … 72 %",
      "under 26 … 5% … 26 to 45 … 23% … over 45 … 72%",
    ),
    "indicators[].breakdown[].unit": four("72%", "72 %", "72 %", "72%"),
    "outputs[].title": four(
      "Guida pratica alla mediazione per il supporto digitale … Guida",
      "Guide pratique de la médiation pour l'accompagnement numérique … Guide",
      "Praktisk guide till digital handledning … Guide",
      "Practical guide to mediation for digital support … Guide",
    ),
    "outputs[].kind": four("(Guida)", "(Guide)", "(Guide)", "(Guide)"),
    "sources[].publisher": same("Altre Lombardie, Politecnico di Milano, Click Public Services"),
    "sources[].title": same("Politecnico di Milano, Click Public Services"),
    "sources[].url": same("https://altrelombardie.polimi.it/temi/politiche/45"),
    "sources[].language": four(
      "Click Public Services (in italiano)",
      "Click Public Services (en italien)",
      "Click Public Services (på italienska)",
      "Click Public Services (in Italian)",
    ),
    "sources[].classification": four(
      "Politiche / Coesione territoriale e qualità della vita",
      "Politiques / Cohésion territoriale et qualité de vie",
      "Politiska åtgärder / Territoriell sammanhållning och livskvalitet",
      "Policies / Territorial cohesion and quality of life",
    ),
    "sources[].note": all(
      four(
        "l'anno 2018 senza dire",
        "l'année 2018 sans dire",
        "året 2018 utan att säga",
        "the year 2018 without saying",
      ),
      same("39.340.69"),
    ),
  }),
  ...byField("caban", {
    "obstacles[].code": all(
      four(
        "Nessun dispositivo in casa",
        "Pas d'appareil à la maison",
        "Ingen dator eller mobil hemma",
        "No device at home",
      ),
      four("Connessione assente o debole", "Pas de bonne connexion", "Ingen bra uppkoppling", "No good connection"),
      four(
        "Poca pratica con il digitale",
        "Peu d'habitude du numérique",
        "Liten vana vid det digitala",
        "Little practice with digital tools",
      ),
      four(
        "Leggere o scrivere è difficile",
        "Lire ou écrire est difficile",
        "Svårt att läsa eller skriva",
        "Reading or writing is hard",
      ),
      four(
        "Chi ne ha bisogno non viene",
        "Ceux qui en ont besoin ne viennent pas",
        "De som behöver hjälpen kommer inte",
        "Those who need it do not come",
      ),
      four(
        "Esercitarsi a casa da soli è difficile",
        "S'exercer seul chez soi est difficile",
        "Svårt att öva ensam hemma",
        "Practising alone at home is hard",
      ),
      four("Gli sportelli hanno chiuso", "Les guichets ont fermé", "Kontoren har stängt", "Counters have closed"),
      four(
        "I fondi arrivano a progetto",
        "L'argent vient projet par projet",
        "Pengar bara projekt för projekt",
        "Money comes project by project",
      ),
      four(
        "Contratti precari, personale che cambia",
        "Contrats précaires, équipes qui changent",
        "Osäkra jobb och personal som byts ut",
        "Insecure contracts, changing staff",
      ),
      four(
        "Troppo lavoro per chi aiuta",
        "Trop de travail pour les aidants",
        "För mycket arbete för dem som hjälper",
        "Too much work for those who help",
      ),
    ),
    "obstacles[].met": all(
      four(
        "C'è chi non ha un dispositivo, e chi resta",
        "Certains n'ont pas de matériel, d'autres en manquent un",
        "En del har ingen dator, andra är utan en",
        "Some people have no equipment, and others are without",
      ),
      four(
        "A casa la connessione manca, o non è abbastanza",
        "À la maison, la connexion manque ou n'est pas",
        "Hemma saknas uppkoppling, eller så är den för dålig",
        "At home there is no internet, or it is",
      ),
      four(
        "Restano i problemi di sempre, già con i tasti",
        "Les vieux problèmes restent ",
        "De gamla problemen finns kvar, redan med tangenter och",
        "The old problems remain, beginning with keyboard and mouse",
      ),
      four(
        "Tra le persone che la rete vuole raggiungere c'è",
        "Parmi les personnes que le réseau veut toucher, certaines",
        "Bland dem som nätverket vill nå finns vuxna som",
        "Some of the adults whom the network is there",
      ),
      four(
        "Per alcune persone entrare in uno spazio pubblico digitale",
        "Pour certaines personnes, pousser la porte d'un espace public",
        "För en del är redan tröskeln till en digital",
        "For some people, it takes a lot just to",
      ),
      four(
        "A casa da soli si lavora male",
        "Seul chez soi, on travaille mal, faute de connexion",
        "Ensam hemma är det svårt, när uppkoppling eller dator",
        "Alone at home it is hard, when internet or",
      ),
      four(
        "Senza più uno sportello di banca, le domande precise",
        "Sans plus aucun guichet de banque, les questions bancaires",
        "När banken inte längre har något kontor får frågor",
        "With no bank counter left, precise banking questions get",
      ),
      four(
        "Ogni bando paga una sola missione o un solo",
        "Chaque appel paie une seule mission ou un seul",
        "Varje utlysning gäller ett uppdrag eller en målgrupp, och",
        "Each call pays for a single mission or audience",
      ),
      four(
        "Se i fondi sono incerti, lo è anche il",
        "Quand l'argent est incertain, l'emploi l'est aussi ",
        "När pengarna är osäkra blir jobben det också, och",
        "When money is unsure, jobs are too, and people",
      ),
      four(
        "Dove i servizi sono difficili da raggiungere, il peso",
        "Là où les services sont difficiles à atteindre, la",
        "Där det är svårt att nå service växer bördan",
        "Where services are hard to get to, the burden",
      ),
    ),
    "obstacles[].response": all(
      four(
        "Gli spazi pubblici digitali hanno buone attrezzature e accolgono",
        "Les espaces publics numériques sont bien équipés et accueillent",
        "De digitala mötesplatserna har bra utrustning, och alla är",
        "Public digital spaces have good equipment, and everyone is",
      ),
      four(
        "Negli spazi pubblici digitali la connessione è di qualità",
        "Dans les espaces publics numériques, la connexion est de",
        "På de digitala mötesplatserna är uppkopplingen bra, och den",
        "In the public digital spaces the internet is good",
      ),
      four(
        "Le attività partono da ciò che serve alle persone",
        "Les activités partent de ce dont les gens ont",
        "Aktiviteterna utgår från vad folk behöver, till exempel att",
        "Activities start from what people need, for instance for",
      ),
      four(
        "Alcune associazioni della rete lavorano proprio con loro",
        "Des associations du réseau travaillent justement avec elles",
        "Några föreningar i nätverket arbetar just med dem",
        "Some associations in the network work with just these",
      ),
      four(
        "Un esperto, l'«informaticien public», si sposta nella zona e",
        "L'« informaticien public » se déplace et les voit",
        "En datorhjälpare, ”informaticien public”, åker runt och träffar dem",
        "A helper, the “informaticien public”, travels round and meets",
      ),
      four(
        "Negli spazi pubblici digitali si può restare quanto si",
        "Dans un espace public numérique, on peut rester autant",
        "På en digital mötesplats får besökarna stanna hur länge",
        "In a public digital space, visitors can stay for",
      ),
      four(
        "Lì si spiega come funziona lo strumento online della",
        "On y montre comment marche l'outil en ligne de",
        "Man visar hur bankens verktyg på nätet fungerar",
        "Staff show how the bank's online tool works",
      ),
      four(
        "La rete chiede alla politica fondi stabili, anche piccoli",
        "Le réseau demande aux élus un financement stable, même",
        "Nätverket kräver fasta pengar av politikerna, om än små",
        "The network asks politicians for stable money, however little",
      ),
      four(
        "I membri chiedono insieme fondi stabili per assumere chi",
        "Les membres demandent ensemble un financement stable pour employer",
        "Medlemmarna kräver tillsammans fasta pengar för att kunna anställa",
        "Together, the members ask for stable money to employ",
      ),
    ),
    title: same("Réseau Caban-Dibac"),
    subtitle: four(
      "Una rete di Bruxelles contro il divario digitale",
      "Un réseau bruxellois contre la fracture numérique",
      "Ett nätverk i Bryssel mot digitalt utanförskap",
      "A Brussels network against the digital divide",
    ),
    "texts.objectives": all(
      four(
        "rete combatte il divario digitale",
        "Lutter contre la fracture numérique",
        "arbetar mot digitalt utanförskap",
        "network fights the digital divide",
      ),
      four(
        "traguardo è l'autonomia digitale",
        "parvenir à l'autonomie numérique",
        "digitalt självständiga",
        "reach digital autonomy",
      ),
      four(
        "lontano dai servizi digitali",
        "éloignées des services numériques",
        "långt från digitala tjänster",
        "far from digital services",
      ),
    ),
    "texts.costs": four(
      "gare d'appalto, contratti pubblici e bandi per progetti",
      "appels d'offres, de marchés publics et d'appels à projets",
      "upphandlingar, offentliga kontrakt och utlysningar av projektmedel",
      "calls for tender, public contracts and calls for projects",
    ),
    provenance: all(editors("The Good Manager", ["italiano", "italien", "italienska", "Italian"]), notReviewed),
    kind: four("Tipo … Rete", "Type … Réseau", "Typ … Nätverk", "Kind … Network"),
    "countries[]": four("Paese … Belgio", "Pays … Belgique", "Land … Belgien", "Country … Belgium"),
    "scopes[]": four("Raggio d'azione … Regionale", "Échelle … Régionale", "Räckvidd … Regionalt", "Scope … Regional"),
    status: four("Stato … Non si sa", "Statut … Statut inconnu", "Status … Okänt", "Status … Not known"),
    evidence: four(
      "Livello di prova … Descritta",
      "Niveau de preuve … Décrite",
      "Kunskap om resultaten … Beskrivet",
      "Evidence … Described",
    ),
    "themes[]": four(
      "Temi … Reti e finanziamenti … Servizi online e diritti … Competenze digitali di base … Dispositivi e connessione",
      "Thèmes … Réseaux et financement … Services en ligne et droits … Numérique au quotidien … Équipement et connexion",
      "Teman … Nätverk och finansiering … E-tjänster och rättigheter … Digitala vardagskunskaper … Utrustning och uppkoppling",
      "Themes … Networks and funding … Online services and rights … Everyday digital skills … Equipment and connection",
    ),
    "audiences.direct[]": four(
      "Per chi … Tutti … Persone senza dispositivi o connessione … fatica a leggere o a scrivere",
      "Pour qui … Tout le monde … Personnes sans équipement ou sans connexion … du mal à lire ou à écrire",
      "För vem … Alla … Personer som saknar utrustning eller uppkoppling … svårt att läsa eller skriva",
      "For whom … Everyone … People without equipment or connection … read or write with difficulty",
    ),
    "period.start": four("inizio: 2010", "depuis 2010", "sedan 2010", "since 2010"),
    "period.note": four(
      "Attiva da 10 anni",
      "En activité depuis 10 ans",
      "Hade funnits i 10 år",
      "The network was 10 years old",
    ),
    "places[].name": same("Bruxelles (NUTS BE10)"),
    "places[].translatedName": four("Bruxelles", "Bruxelles", "Bryssel – Bruxelles", "Brussels – Bruxelles"),
    "places[].nuts": same("NUTS BE10"),
    "places[].note": four(
      "Regione di Bruxelles-Capitale",
      "Région de Bruxelles-Capitale",
      "Regionen Bryssel-huvudstaden",
      "Brussels-Capital Region",
    ),
    "organisations[].name": all(
      same("Réseau Caban-Dibac"),
      same("Espaces publics numériques (EPN) de Bruxelles"),
      same("Informaticien public"),
    ),
    "organisations[].translatedName": {
      it: ["Rete Caban-Dibac", "Spazi pubblici digitali di Bruxelles", "(Informatico al servizio del pubblico)"],
      fr: ["Réseau Caban-Dibac", "Espaces publics numériques (EPN) de Bruxelles", "Informaticien public"],
      sv: ["Nätverket Caban-Dibac", "Digitala mötesplatser i Bryssel", "(Allmänhetens datorhjälpare)"],
      en: ["Caban-Dibac network", "Public digital spaces of Brussels", "(Public computer helper)"],
    },
    "organisations[].roles[]": all(
      four("Responsabile", "Menée par", "Ansvarig", "Led by"),
      four("Partner", "Partenaire", "Partner", "Partner"),
    ),
    "organisations[].type": four("Responsabile · Rete", "Menée par · Réseau", "Ansvarig · Nätverk", "Led by · Network"),
    "organisations[].classification": four(
      "Classificazione della fonte: Impresa, piccola (meno di 50 persone)",
      "Type selon la source : Entreprise, petite (moins de 50 personnes)",
      "Enligt källan: Företag, litet (färre än 50 personer)",
      "As classified by the source: Company, small (fewer than 50 people)",
    ),
    "organisations[].note": four(
      "Di fatto è una rete di spazi pubblici digitali e di associazioni senza scopo di lucro",
      "en fait d'un réseau d'espaces publics numériques et d'associations sans but lucratif",
      "I själva verket ett nätverk av digitala mötesplatser och ideella föreningar",
      "It is really a network, made up of public digital spaces and non-profit associations",
    ),
    "funding.lines[].source": {
      it: [
        "Gare d'appalto … importo non indicato",
        "Contratti pubblici … importo non",
        "Bandi per progetti … importo non",
      ],
      fr: ["Appels d'offres … montant non précisé", "Marchés publics … montant non", "Appels à projets … montant non"],
      sv: ["Upphandlingar … inget belopp anges", "Offentliga kontrakt … inget", "Utlysningar av projektmedel … inget"],
      en: ["Calls for tender … no amount given", "Public contracts … no amount", "Calls for projects … no amount"],
    },
    "delivery.formats[]": four(
      "a tu per tu, in gruppo",
      "une personne à la fois, en groupe",
      "enskilt, i grupp",
      "one to one, in groups",
    ),
    "delivery.settings[]": four(
      "in un luogo fisso e in luoghi diversi",
      "dans un lieu fixe et en déplacement",
      "på en fast plats och på olika platser",
      "in a fixed place and travelling",
    ),
    "delivery.note": four(
      "In gruppo negli EPN; a tu per tu",
      "En groupe dans les EPN, en tête-à-tête",
      "I grupp på EPN, enskilt",
      "In groups at the EPN; one to one",
    ),
    "links[].url": same("https://www.caban.be/?lang=fr"),
    "links[].label": four(
      "Sito della rete (in francese)",
      "Site du réseau",
      "Nätverkets webbplats (på franska)",
      "The network's website (in French)",
    ),
    "sources[].publisher": same("The Good Manager, Réseau Caban-Dibac"),
    "sources[].title": same("The Good Manager, Réseau Caban-Dibac"),
    "sources[].url": all(
      same("https://thegoodmanager.eu/it/good-practices/reseau-caban-dibac"),
      same("https://thegoodmanager.eu/fr/good-practices/reseau-caban-dibac/"),
    ),
    "sources[].language": {
      it: ["Caban-Dibac (in italiano)", "Caban-Dibac (in francese)"],
      fr: ["Caban-Dibac (en italien)", "Caban-Dibac (en français)"],
      sv: ["Caban-Dibac (på italienska)", "Caban-Dibac (på franska)"],
      en: ["Caban-Dibac (in Italian)", "Caban-Dibac (in French)"],
    },
    "sources[].classification": four(
      "Sezione della fonte: Inclusione (tema e pratica mirata)",
      "Rubrique dans cette source : Inclusion (thème et pratique visée)",
      "Ligger där under: Inkludering (både tema och inriktning)",
      "Filed there under: Inclusion (theme and targeted practice)",
    ),
    "sources[].note": all(
      four(
        "La scheda esiste in francese, inglese e italiano",
        "La fiche existe en français, en anglais et en italien",
        "Faktabladet finns på franska, engelska och italienska",
        "The sheet can be read in French, English and Italian",
      ),
      four(
        "La stessa scheda, in francese",
        "La même fiche, en français",
        "Samma faktablad, på franska",
        "The same sheet, in French",
      ),
    ),
  }),
  ...byField("sern", {
    "obstacles[].code": all(
      four("La pandemia", "La pandémie", "Pandemin", "The pandemic"),
      four(
        "Poca pratica con il digitale",
        "Peu d'habitude du numérique",
        "Liten vana vid det digitala",
        "Little practice with digital tools",
      ),
    ),
    "obstacles[].met": all(
      four(
        "Nella pandemia gli enti locali hanno dovuto lavorare di",
        "Pendant la pandémie, les services locaux ont dû passer",
        "Under pandemin fick lokala myndigheter sköta mer på nätet",
        "In the pandemic, local public bodies had to do",
      ),
      four(
        "A qualche adulto mancano le capacità o le conoscenze",
        "À certains adultes, il manque le savoir ou le",
        "En del vuxna saknar kunskap eller förmåga att använda",
        "Some adults lack the skill or the knowledge to",
      ),
    ),
    "obstacles[].response": all(
      four(
        "Il progetto vuole capirne le cause e proporre metodi",
        "Le projet veut en comprendre les causes et proposer",
        "Projektet vill förstå varför och föreslå metoder som parterna",
        "The project wants to find out why, and to",
      ),
    ),
    title: four("Formatori digitali", "Formateurs numériques", "Digitala utbildare", "Digital Trainers"),
    subtitle: four(
      "L'emarginazione digitale dei gruppi vulnerabili",
      "La marginalisation numérique des publics vulnérables",
      "Digital marginalisering av utsatta grupper",
      "Digital marginalisation of vulnerable groups",
    ),
    provenance: all(
      editors("SERN (Sweden Emilia-Romagna Network)", ["svedese", "suédois", "svenska", "Swedish"]),
      notReviewed,
    ),
    kind: four("Tipo … Progetto", "Type … Projet", "Typ … Projekt", "Kind … Project"),
    "countries[]": four(
      "Paese … Italia … Svezia",
      "Pays … Italie … Suède",
      "Land … Italien … Sverige",
      "Country … Italy … Sweden",
    ),
    "scopes[]": four("Raggio d'azione … Europeo", "Échelle … Européenne", "Räckvidd … Europeiskt", "Scope … European"),
    status: four("Stato … Non si sa", "Statut … Statut inconnu", "Status … Okänt", "Status … Not known"),
    evidence: four(
      "Livello di prova … Descritta",
      "Niveau de preuve … Décrite",
      "Kunskap om resultaten … Beskrivet",
      "Evidence … Described",
    ),
    "themes[]": four(
      "Temi … Misurare e valutare … Servizi online e diritti … Formazione dei facilitatori",
      "Thèmes … Mesure et évaluation … Services en ligne et droits … Formation à l'aide numérique",
      "Teman … Mäta och utvärdera … E-tjänster och rättigheter … Utbilda digitala handledare",
      "Themes … Measuring and evaluating … Online services and rights … Training digital helpers",
    ),
    "audiences.direct[]": four(
      "Per chi … Facilitatori digitali e operatori sociali … Pubbliche amministrazioni",
      "Pour qui … Aidants numériques et travailleurs sociaux … Administrations publiques",
      "För vem … Digitala handledare och socialarbetare … Offentliga förvaltningar",
      "For whom … Digital helpers and social workers … Public administrations",
    ),
    "audiences.final[]": four(
      "A chi serve, alla fine … Adulti … Persone anziane … Persone migranti",
      "Qui en profite au final … Adultes … Personnes âgées … Personnes migrantes",
      "Vem det hjälper i slutändan … Vuxna … Äldre … Migranter",
      "Who gains in the end … Adults … Older people … Migrants",
    ),
    "texts.presentation": all(
      four("chi educa e forma gli adulti", "formatrices et formateurs d'adultes", "vuxenutbildare", "adult educators"),
      four(
        "amministrazioni pubbliche locali",
        "administrations publiques locales",
        "lokala offentliga förvaltningar",
        "local public administrations",
      ),
    ),
    "places[].name": all(same("Sverige (NUTS SE)"), same("Emilia-Romagna (NUTS ITH5)")),
    "places[].translatedName": all(
      four("Svezia – Sverige", "Suède – Sverige", "Sverige", "Sweden – Sverige"),
      four("Emilia-Romagna", "Émilie-Romagne – Emilia-Romagna", "Emilia-Romagna", "Emilia-Romagna"),
    ),
    "places[].nuts": same("NUTS ITH5"),
    "places[].note": all(
      four(
        "la fonte non indica città né regioni",
        "sans précision de ville ni de région",
        "ingen ort eller region är angiven",
        "no town or region is named",
      ),
      four("il punto è a Bologna", "le point est à Bologne", "ligger punkten i Bologna", "the point is at Bologna"),
    ),
    "organisations[].name": same("SERN (Sweden Emilia-Romagna Network)"),
    "organisations[].translatedName": four(
      "Rete Svezia–Emilia-Romagna",
      "Réseau Suède–Émilie-Romagne",
      "Nätverket Sverige–Emilia-Romagna",
      "Sweden Emilia-Romagna Network",
    ),
    "organisations[].roles[]": four("Responsabile", "Menée par", "Ansvarig", "Led by"),
    "organisations[].type": four("Responsabile · Rete", "Menée par · Réseau", "Ansvarig · Nätverk", "Led by · Network"),
    "organisations[].note": four(
      "Rete transnazionale, associazione senza scopo di lucro",
      "Réseau transnational, association à but non lucratif",
      "Transnationellt nätverk, ideell förening",
      "Transnational network, non-profit association",
    ),
    "contacts[].name": all(same("Nicola Catellani"), same("Alessia Mereu")),
    "contacts[].role": all(
      four(
        "Catellani, Coordinatore della rete",
        "Catellani, Coordinateur du réseau",
        "Catellani, Nätverkssamordnare",
        "Catellani, Network Coordinator",
      ),
      four(
        "Mereu, Addetta alla comunicazione",
        "Mereu, Chargée de communication",
        "Mereu, Kommunikatör",
        "Mereu, Communications Officer",
      ),
    ),
    "contacts[].organisation": four(
      "Addetta alla comunicazione, SERN",
      "Chargée de communication, SERN",
      "Kommunikatör, SERN",
      "Communications Officer, SERN",
    ),
    "funding.lines[].source": four(
      "Erasmus+ KA, partenariato su scala ridotta",
      "Erasmus+ KA, partenariat simplifié",
      "Erasmus+ KA, småskaligt partnerskap",
      "Erasmus+ KA, small-scale partnership",
    ),
    "funding.lines[].programme": four(
      "su scala ridotta, Erasmus+ … importo non indicato",
      "partenariat simplifié, Erasmus+ … montant non précisé",
      "småskaligt partnerskap, Erasmus+ … inget belopp anges",
      "small-scale partnership, Erasmus+ … no amount given",
    ),
    "sources[].publisher": same("SERN (Sweden Emilia-Romagna Network), Digitala utbildare"),
    "sources[].title": all(same("Network), Digitala utbildare"), same("Network), Formatori digitali")),
    "sources[].url": all(
      same("https://www.sern.eu/sv/projects-2/digitala-utbildare/"),
      same("https://sern.eu/it/progetti/digital-trainers"),
    ),
    "sources[].language": {
      it: ["Digitala utbildare (in svedese)", "Formatori digitali (in italiano)"],
      fr: ["Digitala utbildare (en suédois)", "Formatori digitali (en italien)"],
      sv: ["Digitala utbildare (på svenska)", "Formatori digitali (på italienska)"],
      en: ["Digitala utbildare (in Swedish)", "Formatori digitali (in Italian)"],
    },
  }),
  ...byField("toscana", {
    "obstacles[].code": all(
      four("I servizi sono lontani", "Les services sont loin", "Det är långt till service", "Services are far away"),
      four(
        "Poca pratica con il digitale",
        "Peu d'habitude du numérique",
        "Liten vana vid det digitala",
        "Little practice with digital tools",
      ),
      four("La pandemia", "La pandémie", "Pandemin", "The pandemic"),
    ),
    "obstacles[].met": all(
      four(
        "C'è chi vive nelle aree interne o lontano dai",
        "Certains vivent dans des zones reculées, ou loin des",
        "En del bor i avlägsna områden eller långt från",
        "Some people live in remote areas, or a long",
      ),
      four(
        "C'è chi trova difficile il digitale",
        "Certains trouvent le numérique difficile",
        "En del tycker att det digitala är svårt",
        "Some people find digital tools hard",
      ),
      four(
        "Nella pandemia alcuni servizi online erano preziosi, ma bisognava",
        "Avec la pandémie, certains services en ligne étaient précieux",
        "I pandemin gjorde vissa e-tjänster extra nytta, men invånarna",
        "In the pandemic, some online services were of special",
      ),
    ),
    "obstacles[].response": all(
      four(
        "L'aiuto arriva agli sportelli già presenti, anche nelle zone",
        "L'aide se donne à des guichets déjà là, jusque",
        "Hjälpen ges vid kontor som redan finns, även på",
        "Help is given at counters that are there already",
      ),
      four(
        "Giovani facilitatori danno una mano di persona",
        "De jeunes aidants sont là en personne",
        "Unga handledare hjälper dem på plats",
        "Young helpers assist them in person",
      ),
      four(
        "I sindacati dei pensionati hanno colto presto i disagi",
        "Les syndicats de retraités ont vite repéré les difficultés",
        "Pensionärernas fackförbund märkte tidigt på sina kontor vem som",
        "Pensioners' unions noticed hardship early, at their own counters",
      ),
    ),
    title: same("Connessi in buona compagnia"),
    subtitle: {
      it: ["Connessi in buona compagnia"],
      fr: ["Connectés en bonne compagnie"],
      sv: ["Uppkopplade i gott sällskap"],
      en: ["Connected in good company"],
    },
    provenance: all(editors("ParteciPa", ["italiano", "italien", "italienska", "Italian"]), notReviewed),
    kind: four("Tipo … Programma", "Type … Programme", "Typ … Program", "Kind … Programme"),
    "countries[]": four("Paese … Italia", "Pays … Italie", "Land … Italien", "Country … Italy"),
    "scopes[]": four("Raggio d'azione … Regionale", "Échelle … Régionale", "Räckvidd … Regionalt", "Scope … Regional"),
    status: four("Stato … Non si sa", "Statut … Statut inconnu", "Status … Okänt", "Status … Not known"),
    evidence: four(
      "Livello di prova … Monitorata",
      "Niveau de preuve … Suivie",
      "Kunskap om resultaten … Uppföljt",
      "Evidence … Monitored",
    ),
    "themes[]": four(
      "Temi … Competenze digitali di base … Servizi online e diritti … Formazione dei facilitatori … Misurare e valutare",
      "Thèmes … Numérique au quotidien … Services en ligne et droits … Formation à l'aide numérique … Mesure et évaluation",
      "Teman … Digitala vardagskunskaper … E-tjänster och rättigheter … Utbilda digitala handledare … Mäta och utvärdera",
      "Themes … Everyday digital skills … Online services and rights … Training digital helpers … Measuring and evaluating",
    ),
    "audiences.direct[]": four(
      "Per chi … Persone anziane … Persone che vivono in zone rurali … Adulti",
      "Pour qui … Personnes âgées … Habitants des zones rurales … Adultes",
      "För vem … Äldre … Personer på landsbygden … Vuxna",
      "For whom … Older people … People in rural areas … Adults",
    ),
    "period.note": four(
      "In corso, in più fasi, quando è stata scritta la pagina della fonte",
      "En cours, en plusieurs phases, au moment où la page de la source a été écrite",
      "Pågick, i flera etapper, när källans sida skrevs",
      "Under way, in several phases, when the source page was written",
    ),
    "places[].name": same("Toscana (NUTS ITI1)"),
    "places[].translatedName": four("Toscana", "Toscane – Toscana", "Toscana", "Tuscany – Toscana"),
    "places[].nuts": same("NUTS ITI1"),
    "places[].note": four("Tutta la regione", "Toute la région", "Hela regionen", "The whole region"),
    "organisations[].name": [
      "Regione Toscana",
      "ANCI Toscana",
      "SPI CGIL",
      "FNP CISL",
      "UILP UIL",
      "Rete delle Botteghe della Salute",
      "Politecnico di Milano",
    ]
      .map((name) => same(name))
      .reduce((words, name) => all(words, name)),
    "organisations[].translatedName": {
      it: ["ANCI Toscana (Associazione dei Comuni toscani)", "UILP UIL (Sindacato dei pensionati)"],
      fr: [
        "Regione Toscana (Région Toscane)",
        "ANCI Toscana (Association des communes de Toscane)",
        "SPI CGIL (Syndicat de retraités)",
        "Salute (Réseau des « boutiques de la santé »)",
        "Milano (École polytechnique de Milan)",
      ],
      sv: [
        "Regione Toscana (Regionen Toscana)",
        "ANCI Toscana (De toskanska kommunernas förbund)",
        "SPI CGIL (Fackförbund för pensionärer)",
        "Salute (Nätverket av ”hälsobutiker”)",
        "Milano (Milanos tekniska universitet)",
      ],
      en: [
        "Regione Toscana (Region of Tuscany)",
        "ANCI Toscana (Association of Tuscan municipalities)",
        "SPI CGIL (Pensioners' union)",
        "Salute (Network of “health shops”)",
        "Milano (Polytechnic University of Milan)",
      ],
    },
    "organisations[].roles[]": all(
      four("Responsabile ·", "Menée par ·", "Ansvarig ·", "Led by ·"),
      four("Partner ·", "Partenaire ·", "Partner ·", "Partner ·"),
    ),
    "organisations[].type": {
      it: ["Amministrazione regionale", "Partner · Associazione", "Partner · Sindacato", "Istruzione e ricerca"],
      fr: ["Collectivité régionale", "Partenaire · Association", "Partenaire · Syndicat", "Enseignement et recherche"],
      sv: ["Ansvarig · Region", "Partner · Förening", "Partner · Fackförbund", "Utbildning och forskning"],
      en: ["Regional authority", "Partner · Association", "Partner · Trade union", "Education and research"],
    },
    "delivery.formats[]": four(
      "a tu per tu, in gruppo, a distanza",
      "une personne à la fois, en groupe, à distance",
      "enskilt, i grupp, på distans",
      "one to one, in groups, at a distance",
    ),
    "delivery.settings[]": four("in un luogo fisso", "dans un lieu fixe", "på en fast plats", "in a fixed place"),
    "delivery.note": four(
      "Aiuto di persona ai punti di facilitazione digitale, corsi",
      "Aide sur place dans les espaces publics numériques, cours",
      "Hjälp på plats vid digitala mötesplatser, kurser",
      "Help in person at public digital spaces, courses",
    ),
    "indicators[].label": four(
      "Giovani delle Botteghe della Salute che fanno da facilitatori digitali",
      "Jeunes des Botteghe della Salute qui jouent le rôle d'aidants numériques",
      "Unga i Botteghe della Salute som är digitala handledare",
      "Young workers in the Botteghe della Salute who act as digital helpers",
    ),
    "indicators[].kind": four("(risultato)", "(réalisé)", "(resultat)", "(achieved)"),
    "indicators[].value": four("(risultato) … 100", "(réalisé) … 100", "(resultat) … 100", "(achieved) … 100"),
    "indicators[].qualifier": four("circa 100", "environ 100", "ungefär 100", "about 100"),
    "awards[].name": all(same("1° Premio Nazionale per le Competenze Digitali"), same("Premio dei premi")),
    "awards[].translatedName": {
      it: ["1° Premio Nazionale per le Competenze Digitali"],
      fr: ["(1er prix national italien des compétences numériques)", "(Prix des prix)"],
      sv: ["(Italiens första nationella pris för digital kompetens)", "(Prisernas pris)"],
      en: ["(Italy's 1st National Prize for Digital Skills)", "(Prize of prizes)"],
    },
    "awards[].category": four(
      "Categoria: Digitale inclusivo",
      "Catégorie : Digitale inclusivo",
      "Kategori: Digitale inclusivo",
      "Category: Digitale inclusivo",
    ),
    "awards[].rank": four("2022 · 1º posto", "2022 · 1re place", "2022 · 1:a plats", "2022 · 1st place"),
    "awards[].year": same("2022 ·"),
    "awards[].note": all(
      same("#CompetenzeDigitali"),
      four(
        "migliori iniziative che sviluppano le competenze digitali dei cittadini",
        "meilleures initiatives qui développent les compétences numériques des citoyens",
        "bästa insatserna för invånarnas digitala kompetens",
        "best initiatives that develop citizens' digital skills",
      ),
    ),
    "awards[].edition": four(
      "12ª edizione del premio nazionale per l'innovazione · 2022",
      "12e édition du prix national italien de l'innovation · 2022",
      "12:e omgången av Italiens nationella innovationspris · 2022",
      "12th edition of Italy's national innovation prize · 2022",
    ),
    "sources[].publisher": ["ParteciPa, Premio", "SPI CGIL Toscana (", "gonews.it", "toscananews.net"]
      .map((name) => same(name))
      .reduce((words, name) => all(words, name)),
    "sources[].title": same("ParteciPa, Premio Nazionale per le Competenze Digitali"),
    "sources[].language": four(
      "Competenze Digitali (in italiano)",
      "Competenze Digitali (en italien)",
      "Competenze Digitali (på italienska)",
      "Competenze Digitali (in Italian)",
    ),
    "sources[].url": all(
      same("https://spicgiltoscana.it/connessi-in-buona-compagnia-primo-in-italia-nellinclusione-digitale/"),
      same("https://www.gonews.it/2022/04/28/competenze-digitale-la-toscana-vince-un-premio-nazionale/"),
      same("https://toscananews.net/il-progetto-regionale-connessi-vince-il-premio-dei-premi-per-linnovazione/"),
    ),
    "sources[].published": all(
      four("28 aprile 2022", "28 avril 2022", "28 april 2022", "28 April 2022"),
      four("luglio 2022", "juillet 2022", "juli 2022", "July 2022"),
    ),
    "sources[].note": all(
      four(
        "primo premio sulla piattaforma italiana per la partecipazione",
        "premier prix sur la plateforme italienne de participation",
        "första priset på Italiens plattform för medborgardialog",
        "first prize on Italy's platform for public participation",
      ),
      four(
        "indirizzo non è stato registrato",
        "adresse n'a pas été conservée",
        "Adressen har inte sparats",
        "Its address was not recorded",
      ),
      four("Per i voti online", "Pour les votes en ligne", "För rösterna på nätet", "For the online votes"),
    ),
  }),
  ...byField("eurocities-survey", {
    title: four(
      "Sondaggio: chi sono i facilitatori digitali nella tua città?",
      "Enquête : qui sont les aidants numériques de votre ville ?",
      "Enkät: vilka är de digitala handledarna i din stad?",
      "Survey: who are the digital helpers in your city?",
    ),
    provenance: editors("Digital Skills and Jobs Platform Luxembourg", ["francese", "français", "franska", "French"]),
    kind: four("Invito a partecipare", "Appel à participation", "Inbjudan att delta", "Call for participation"),
    publishedOn: four(
      "Pubblicazione su Ponte: 22 novembre 2026",
      "Sur Ponte depuis le 22 novembre 2026",
      "Finns i Ponte sedan den 22 november 2026",
      "On Ponte since 22 November 2026",
    ),
    deadline: all(
      four(
        "Scadenza … 6 dicembre 2023",
        "Date limite … 6 décembre 2023",
        "Sista dag … 6 december 2023",
        "Deadline … 6 December 2023",
      ),
      four("Chiuso", "Clos", "Stängd", "Closed"),
    ),
    resultsExpected: four(
      "Risultati previsti … entro metà gennaio 2024",
      "Résultats attendus … d'ici à la mi-janvier 2024",
      "Resultat väntas … senast i mitten av januari 2024",
      "Results expected … by mid-January 2024",
    ),
    owner: four(
      "A cura di … Eurocities,",
      "Responsable … Eurocities,",
      "Ansvarig … Eurocities,",
      "Owner … Eurocities,",
    ),
    ownerUnit: four(
      "Eurocities, gruppo di lavoro sul divario digitale",
      "Eurocities, groupe de travail sur la fracture numérique",
      "Eurocities, arbetsgruppen för den digitala klyftan",
      "Eurocities, Digital Divide task force",
    ),
    "audiences[]": four(
      "Per chi … Facilitatori digitali e operatori sociali e Pubbliche amministrazioni",
      "Pour qui … Aidants numériques et travailleurs sociaux et Administrations publiques",
      "För vem … Digitala handledare och socialarbetare och Offentliga förvaltningar",
      "For whom … Digital helpers and social workers and Public administrations",
    ),
    "sources[].publisher": all(same("Digital Skills and Jobs Platform Luxembourg ("), same("Living-in.eu")),
    "sources[].language": {
      it: ["Luxembourg (in francese)", "Luxembourg (in inglese)"],
      fr: ["Luxembourg (en français)", "Luxembourg (en anglais)"],
      sv: ["Luxembourg (på franska)", "Luxembourg (på engelska)"],
      en: ["Luxembourg (in French)", "Luxembourg (in English)"],
    },
    "sources[].note": all(
      four(
        "la pagina su cui si basa il nostro testo",
        "la page sur laquelle s'appuie notre texte",
        "sidan som vår text bygger på",
        "the page that our text rests on",
      ),
      four(
        "gruppo di lavoro di Eurocities sul divario digitale; da qui",
        "groupe de travail d'Eurocities sur la fracture numérique ; le site",
        "Eurocities arbetsgrupp för den digitala klyftan; härifrån",
        "Eurocities working group on the digital divide; the Luxembourg",
      ),
    ),
  }),
];

/** Addresses that pages lead to without printing them: to be looked for among the links of a page. */
export const linkFacts: { page: FactPage; field: string; addresses: string[] }[] = [
  {
    page: "toscana",
    field: "awards[].url",
    addresses: [
      "https://www.gonews.it/2022/04/28/competenze-digitale-la-toscana-vince-un-premio-nazionale/",
      "https://toscananews.net/il-progetto-regionale-connessi-vince-il-premio-dei-premi-per-linnovazione/",
    ],
  },
  {
    page: "eurocities-survey",
    field: "sources[].url",
    addresses: [
      "https://digitalskills.lu/fr/?p=3191",
      "https://digitalskills.lu/article/survey-who-are-the-digital-helpers-in-your-city",
      "https://living-in.eu/",
    ],
  },
];
