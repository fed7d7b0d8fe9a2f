"""Stances and hedges: what a source does to what it says, in sentences of both languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.languages import available, pack
from recoupe.languages.stances import StanceWords
from recoupe.reading.attributions import read_attributions
from recoupe.reading.attributions.finding import Finding, Place
from recoupe.reading.attributions.lexicon import lexicon
from recoupe.reading.attributions.passages import Page
from recoupe.reading.attributions.stances import stance_of, tell_stances
from recoupe.reading.attributions.wording import is_hedged
from recoupe.reading.parse import Parse
from recoupe.reading.quotations import read_quotations

ParseOf = Callable[..., Parse]


def marked(text: str) -> tuple[str, tuple[Place, ...], Place | None]:
    """Return a text without its marks: ``{content}`` (in one piece or more) and ``[cue]``."""
    plain, content, cue, opened = "", [], None, 0
    for letter in text:
        if letter in "{[":
            opened = len(plain)
        elif letter == "}":
            content.append((opened, len(plain)))
        elif letter == "]":
            cue = (opened, len(plain))
        else:
            plain += letter
    return plain, tuple(content), cue


def told(parse_of: ParseOf, language: str, text: str) -> tuple[str, bool]:
    plain, content, cue = marked(text)
    parse = parse_of(plain, language)
    page, lex = Page(parse, read_quotations(parse)), lexicon(parse.pack)
    (finding,) = tell_stances(page, [Finding(content, cue, None, "tagged")], lex)
    return finding.stance, is_hedged(finding, page, lex)


FRENCH = """
asserts: Le maire [a déclaré] que {la digue tient}.
asserts: [Selon] la préfecture, {trois routes sont coupées}.
asserts: {« Les quais sont sous l'eau »}, [raconte] une riveraine.
asserts: La troupe [dit] {vouloir rester trois jours}.
confirms: L'armée [a confirmé] {le retrait de ses blindés}.
confirms: Le directeur [reconnaît] {un retard de six mois}.
denies: La mairie [a démenti] que {le marché soit vendu}.
denies: {Cette fuite} [a été démentie] par l'exploitant.
denies: Le trésorier [se défend] d'{avoir caché les comptes}.
denies: Le club [rejette] {les accusations de l'arbitre}.
denies: Le syndicat [ne croit pas] que {l'usine rouvrira}.
denies: {« C'est totalement faux »}, [a lancé] l'avocate.
denies: Le pilote [jure] {n'avoir jamais quitté la piste}.
denies: {« Je n'ai pas touché à la caisse »}, [a répondu] le vendeur.
refuses: L'éleveur [refuse] de {vendre ses terres}.
refuses: Les marins [ne veulent pas] {reprendre la mer}.
refuses: {« Hors de question »}, [tranche] la direction.
demands: Les voisins [réclament] {la fermeture du bar}.
demands: Le juge [a ordonné] {une expertise}.
demands: {« Rendez-nous nos lits ! »}, [lance] une infirmière.
demands: {« Démission ! »}, [scandait] la foule.
demands: {« Il faut rouvrir la ligne »}, [estime] le conducteur.
promises: La région [a promis] que {le pont rouvrirait lundi}.
promises: La ministre [a annoncé] qu'{elle ouvrirait un centre à Lens}.
promises: {« Nous reconstruirons l'école »}, [a dit] le préfet.
promises: L'exploitant [a assuré] que {personne ne perdrait son poste}.
accuses: L'opposition [accuse] {le maire de mentir}.
accuses: Les pêcheurs [dénoncent] {l'abandon du port}.
accuses: {« Une trahison »}, [souffle] un docker.
questions: Les habitants [se demandent] si {l'eau est potable}.
questions: Un élève [a demandé] {pourquoi la cantine était fermée}.
questions: {« Qui paiera les travaux ? »}, [a lancé] un commerçant.
no_comment: Le parquet [a refusé] de {commenter l'enquête}.
no_comment: La banque [s'est refusée à] {tout commentaire}.
no_comment: Le ministère [n'a pas confirmé] {la date du départ}.
cannot_verify: {Ces images} [n'ont pas pu être vérifiées] de source indépendante.
cannot_verify: La police [n'a pas pu confirmer] que {le pont est tombé}.
other: Les vignerons [craignent] {une nouvelle gelée}.
other: La maire [a dit] {espérer un accord avant Noël}.
other: Le consul [s'est félicité] de {la reprise des vols}.
"""

ENGLISH = """
asserts: The mayor [said] {that the dyke holds}.
asserts: [According to] the county, {three roads are closed}.
confirms: The army [confirmed] {the withdrawal of its tanks}.
confirms: The director [admitted] {that the work was late}.
denies: The town hall [denied] {that the market was for sale}.
denies: The club [rejected] {the accusations of the referee}.
denies: The union [does not believe] {that the plant will reopen}.
denies: {"That's completely false,"} [said] her lawyer.
denies: {"I did not touch the money,"} the clerk [replied].
refuses: The farmer [refused] {to sell his land}.
refuses: {"No way,"} the owner [said].
demands: Neighbours [demanded] {that the bar close}.
demands: The judge [ordered] {a new inquiry}.
demands: {"Stop the trucks now!"} a nurse [shouted].
demands: {"The council must reopen the line,"} the driver [said].
promises: The county [promised] {that the bridge would reopen}.
promises: {"We will rebuild the school,"} the governor [said].
promises: The owner [assured] workers {that nobody would lose a job}.
accuses: The opposition [accused] {the mayor of lying}.
accuses: Fishermen [denounced] {the state of the port}.
accuses: {"It is a betrayal,"} a docker [said].
questions: Residents [wonder] {whether the water is safe}.
questions: A pupil [asked] {why the canteen was closed}.
questions: {"Who will pay for it?"} a shopkeeper [said].
no_comment: The prosecutor [declined] {to comment on the case}.
no_comment: The bank [refused] {any comment}.
no_comment: The ministry [did not confirm] {the date of the departure}.
cannot_verify: {The images} [could not be independently verified].
cannot_verify: The police [could not confirm] {that the bridge fell}.
other: Growers [fear] {that frost will return}.
other: The mayor [hoped] for {a deal by Christmas}.
"""


def lines(language: str, text: str) -> list[tuple[str, str, str]]:
    return [(language, *line.split(": ", 1)) for line in text.strip().splitlines()]  # type: ignore[misc]


@pytest.mark.models
@pytest.mark.parametrize(
    ("language", "stance", "text"), [*lines("fr", FRENCH), *lines("en", ENGLISH)]
)
def test_a_stance_is_told_by_cue_and_content(
    parse_of: ParseOf, language: str, stance: str, text: str
) -> None:
    assert told(parse_of, language, text)[0] == stance


@pytest.mark.models
@pytest.mark.parametrize(
    ("language", "hedged", "text"),
    [
        ("fr", True, "[Selon] la presse, {trois mineurs seraient bloqués}."),
        ("fr", True, "Le journal [affirme] que {le coffre aurait été vidé}."),
        ("fr", True, "La radio [a affirmé] que {le banquier aurait fui}."),
        ("fr", True, "{D'autres pistes seraient étudiées}, [a glissé] un enquêteur."),
        ("fr", True, "La mairie [a dit] que {le voleur présumé est parti}."),
        ("fr", True, "Le général [aurait déclaré] que {le siège est levé}."),
        ("fr", False, "La mairie [a annoncé] qu'{elle ouvrirait un parc}."),
        ("fr", False, "{Le parc ouvrirait en mai}, [a promis] la mairie."),
        ("fr", False, "[Selon] la mairie, {la digue devrait tenir}."),
        ("fr", False, "[Selon] elle, {la ville serait sous l'eau si la digue cédait}."),
        ("fr", False, "{« La digue serait fragile »}, [a dit] un ingénieur."),
        ("en", True, "{The driver allegedly fled}, the police [said]."),
        ("en", True, "The mayor [reportedly said] {that the siege is over}."),
        ("en", False, "{The driver fled}, the police [said]."),
    ],
)
def test_a_hedge_is_doubt_and_no_future(
    parse_of: ParseOf, language: str, hedged: bool, text: str
) -> None:
    assert told(parse_of, language, text)[1] is hedged


@pytest.mark.models
def test_a_quotation_goes_on_denying(parse_of: ParseOf) -> None:
    text = "« C'est faux », a répondu Paul Morel. « Je n'étais pas à Lille. »"
    parse = parse_of(text)
    drafts = read_attributions(parse, read_quotations(parse))
    assert [draft.stance for draft in drafts] == ["denies", "denies"]


@pytest.mark.models
def test_what_found_a_statement_makes_no_difference(parse_of: ParseOf) -> None:
    plain, content, cue = marked("Le préfet [a réclamé] {une enquête}.")
    parse = parse_of(plain)
    page, lex = Page(parse, read_quotations(parse)), lexicon(parse.pack)
    by = {stance_of(page, Finding(content, cue, None, p), lex) for p in ("tagged", "object")}
    assert by == {"demands"}


@pytest.mark.models
@pytest.mark.parametrize("language", available())
@pytest.mark.parametrize("text", ["{?}", "{\x00} [\u202e]", "[dit] {« »}", "{😀} [😀]", "{-t-il}"])
def test_hostile_words_have_a_stance(parse_of: ParseOf, language: str, text: str) -> None:
    assert told(parse_of, language, text)[0] in {"asserts", "questions"}


@pytest.mark.parametrize("language", available())
def test_every_pack_tells_the_same_stances_apart(language: str) -> None:
    words = pack(language).table("stances", StanceWords)
    assert set(words.openings) == {"denies", "refuses", "demands", "accuses", "promises"}
    assert set(words.negated) == {"denies", "no_comment", "refuses", "confirms", "asserts"}
