"""An invented disaster, told fact by fact: three French accounts of each and two English ones.

The first English account of a fact is a translation of its first French one; all others were
written independently. Slots are filled by ``worlds.py``.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Fact:
    """What happened, as reporters who do not know of each other put it."""

    name: str
    fr: tuple[str, str, str]
    en: tuple[str, str]


FACTS = (
    Fact(
        "toll",
        (
            "Une violente explosion a ravagé mardi soir un entrepôt de la société {firm} dans le "
            "port de {town}, faisant au moins {dead} morts parmi les dockers de nuit.",
            "Sur les quais de {town}, {dead} corps ont été retirés des décombres après la "
            "déflagration qui a soufflé mardi les hangars de {firm}.",
            "Le drame de {firm}, à {town}, a coûté la vie à {dead} employés, indiquent ce matin "
            "les services de secours de la région.",
        ),
        (
            "A powerful explosion tore through a {firm} warehouse in the port of {town} on Tuesday "
            "evening, killing at least {dead} dockers working the night shift.",
            "Rescuers pulled {dead} bodies from the ruins of sheds that belonged to {firm} along "
            "the {town} waterfront after Tuesday's blast.",
        ),
    ),
    Fact(
        "injured",
        (
            "Les hôpitaux de la ville ont pris en charge {hurt} blessés, dont plusieurs grands "
            "brûlés transférés par hélicoptère vers la capitale.",
            "{hurt} personnes souffrent de coupures ou de brûlures et certaines ont dû être "
            "évacuées par les airs dans la nuit.",
            "On compte aussi {hurt} victimes plus ou moins gravement atteintes, d'après une source "
            "médicale qui parle d'un service saturé.",
        ),
        (
            "The city's hospitals treated {hurt} injured people, including several with severe "
            "burns who were flown to the capital by helicopter.",
            "Doctors said {hurt} patients came in with cuts and burns, and a few had to be "
            "airlifted "
            "overnight.",
        ),
    ),
    Fact(
        "quote",
        (
            "« Nous ferons toute la lumière sur ce drame et aucune négligence ne restera impunie "
            "», "
            "a déclaré la ministre des Transports {minister}, arrivée sur place à l'aube.",
            "En visite au chevet des survivants, {minister} a promis : « Nous ferons toute la "
            "lumière sur ce drame et aucune négligence ne restera impunie. »",
            "Casque blanc sur la tête, {minister} a martelé devant les caméras : « Nous ferons "
            "toute la lumière sur ce drame et aucune négligence ne restera impunie. »",
        ),
        (
            '"We will shed full light on this tragedy and no negligence will go unpunished," '
            "Transport Minister {minister} said after arriving at the scene at dawn.",
            'At the bedside of survivors, {minister} vowed: "We will shed full light on this '
            'tragedy and no negligence will go unpunished."',
        ),
    ),
    Fact(
        "cause",
        (
            "Selon les premiers éléments de l'enquête, un stock de nitrate d'ammonium mal "
            "entreposé "
            "aurait pris feu après des travaux de soudure effectués dans l'après-midi.",
            "Les enquêteurs privilégient la piste d'un chalumeau oublié près de sacs d'engrais, "
            "que "
            "personne n'avait déclarés aux douanes.",
            "Tout serait parti d'une étincelle au milieu de produits agricoles gardés là depuis "
            "des "
            "mois, croit savoir un pompier du port.",
        ),
        (
            "According to the first findings of the inquiry, a badly stored stock of ammonium "
            "nitrate caught fire after welding work carried out in the afternoon.",
            "Investigators lean towards a blowtorch left near bags of fertiliser that nobody had "
            "declared to customs.",
        ),
    ),
    Fact(
        "windows",
        (
            "Le souffle a brisé des vitres à plus de trois kilomètres et soulevé la toiture du "
            "marché couvert, où des commerçants rangeaient leurs étals.",
            "Dans le quartier des tanneurs, des balcons entiers se sont effondrés et les halles "
            "n'ont plus de toit.",
            "Des habitants racontent que leurs fenêtres ont volé en éclats jusque dans les "
            "faubourgs, et que les halles sont à ciel ouvert.",
        ),
        (
            "The blast shattered windows more than three kilometres away and lifted the roof off "
            "the covered market, where traders were packing up their stalls.",
            "In the tanners' quarter whole balconies came down, and the market hall has lost its "
            "roof.",
        ),
    ),
    Fact(
        "firemen",
        (
            "Quelque deux cents pompiers ont lutté jusqu'à l'aube contre les flammes, gênés par "
            "une "
            "fumée orange que le vent rabattait vers les silos à grain.",
            "Il a fallu dix heures et des renforts venus de trois départements pour circonscrire "
            "l'incendie qui menaçait les réserves de blé.",
            "Les soldats du feu n'ont maîtrisé le brasier qu'au petit matin, après avoir craint "
            "pour les céréales stockées à côté.",
        ),
        (
            "Some two hundred firefighters battled the flames until dawn, hampered by orange smoke "
            "that the wind drove towards the grain silos.",
            "It took ten hours and reinforcements from three counties to contain a fire that "
            "threatened the wheat reserves.",
        ),
    ),
    Fact(
        "mayor",
        (
            "Le maire, {mayor}, a demandé aux habitants des rues basses de garder portes et "
            "fenêtres fermées et annoncé que les écoles n'ouvriraient pas de la semaine.",
            "À l'hôtel de ville, {mayor} a fait savoir que les classes étaient suspendues et que "
            "l'air restait irritant près du bassin.",
            "Pas de cours avant lundi, a tranché {mayor}, qui conseille de ne pas sortir sans "
            "masque autour du bassin.",
        ),
        (
            "The mayor, {mayor}, asked people in the lower streets to keep doors and windows shut "
            "and said schools would stay closed all week.",
            "At city hall, {mayor} let it be known that classes were suspended and that the air "
            "near the dock was still harsh.",
        ),
    ),
    Fact(
        "firm",
        (
            "La direction de {firm} a exprimé sa profonde tristesse et assuré qu'elle coopérait "
            "pleinement avec la justice, sans répondre aux questions sur ses autorisations.",
            "Contacté, le groupe {firm} s'est borné à un communiqué de condoléances où il ne dit "
            "mot des permis qui lui manqueraient.",
            "Chez {firm}, on refuse de parler de licences et on renvoie à une brève note adressée "
            "aux familles.",
        ),
        (
            "The management of {firm} voiced its deep sorrow and said it was fully cooperating "
            "with "
            "the courts, without answering questions about its permits.",
            "Reached by phone, {firm} offered only a note of condolence that says nothing of the "
            "licences it is said to lack.",
        ),
    ),
    Fact(
        "history",
        (
            "En 2016 déjà, un incendie avait détruit un dépôt voisin et un rapport parlementaire "
            "avait réclamé, en vain, l'éloignement des matières dangereuses.",
            "Des syndicalistes rappellent que leurs alertes, lancées il y a six ans, sont restées "
            "dans un tiroir de la préfecture.",
            "Ce n'est pas la première fois que le bassin brûle, et les riverains réclament depuis "
            "longtemps le départ des cuves.",
        ),
        (
            "In 2016 a fire had already destroyed a neighbouring depot, and a parliamentary report "
            "had called, in vain, for dangerous goods to be moved away.",
            "Union members recall that warnings they gave six years ago were left in a drawer at "
            "the prefecture.",
        ),
    ),
    Fact(
        "witness",
        (
            "« J'ai vu une boule de feu monter au-dessus des grues, puis plus rien », a raconté "
            "Samir, un grutier de 41 ans, encore couvert de poussière.",
            "Rosa, qui tient un café en face du bassin, dit avoir cru à un tremblement de terre "
            "avant d'être projetée derrière son comptoir.",
            "Un pêcheur, assis au bord de la jetée, décrit un silence étrange puis une vague qui a "
            "couché les barques.",
        ),
        (
            '"I saw a ball of fire rise above the cranes, then nothing," said Samir, a 41-year-old '
            "crane operator still covered in dust.",
            "Rosa, who runs a café across from the dock, thought it was an earthquake before she "
            "was thrown behind her counter.",
        ),
    ),
)

OTHER = (
    "Le conseil régional a voté jeudi une rallonge de deux millions pour les bibliothèques "
    "rurales.",
    "Les cueilleurs de la vallée prévoient une récolte de cerises précoce et plutôt abondante.",
    "Le tramway reprendra ses passages toutes les six minutes à partir de lundi prochain.",
    "Une exposition consacrée aux cartes marines ouvre ses portes au musée des beaux-arts.",
    "Le club de handball s'est incliné d'un but après une seconde période très disputée.",
    "La restauration du vieux moulin durera trois ans et occupera une dizaine d'artisans.",
    "Des lycéens ont planté deux cents chênes sur le plateau pour remplacer les frênes malades.",
    "Le prix du stationnement baissera cet été dans les rues commerçantes du centre ancien.",
)

FURNITURE = (
    "Ne ratez rien de votre région, recevez chaque matin notre sélection gratuite dans votre boîte "
    "et rejoignez les cent mille lecteurs de notre communauté."
)
