"""``events.toml``: the words that name a happening, and what must stand beside them."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import model_validator

from recoupe.languages.words import Words

PARSED_CLASSES = frozenset({"people", "entity", "place"})
"""Classes that need no list: nouns for people, what entities and places are found to be."""

Setting = Literal["fighting", "same"]
"""Articles that make a vague trigger clear: full of fighting, or naming the same sub-event type
elsewhere with words that need no context."""


class TriggerWords(Words):
    """Words that name happenings of one kind.

    ``subtype`` is the sub-event type of ACLED's codebook of 2023, ``plover`` the event type of
    PLOVER's. ``verbs`` and ``nouns`` are lemmas, possibly of several words ("prendre d'assaut");
    ``adjectives`` say something of a subject ("ready"), ``auxiliaries`` what somebody else is to
    do ("must"): they count in what is reported.

    The conditions are lists of lemmas or surface forms, and of classes written ``@class``.
    ``needs`` must have one of them in the same sentence, ``objects`` one as the verb's object (or
    passive subject, or what a preposition of ``through`` ties to it), ``subjects`` one as its
    subject, ``content`` one in the words that say what it will do; none of ``bars`` may hang on the
    trigger (or, for an ``outcome``, stand anywhere in the sentence: what killed may be a flood).
    ``setting`` says which article makes ``needs`` good wherever the trigger stands.

    ``outcome`` marks words that say how a happening ended ("killed"): they give way to a word that
    says what happened in the same clause. ``mutual`` marks happenings without a target: whoever
    takes part is an actor. ``named`` happenings count only where a party to them is named.

    ``act`` marks what is done with words ("demand"): the happening is the saying, whatever becomes
    of what is said. ``negative`` acts are done by not doing what the verb says, now or ever ("will
    not accept" is a refusal).
    """

    subtype: str
    plover: str | None = None
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    auxiliaries: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    content: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    bars: tuple[str, ...] = ()
    setting: Setting | None = None
    outcome: bool = False
    mutual: bool = False
    named: bool = False
    act: bool = False
    negative: bool = False


class EventWords(Words):
    """Triggers in order of preference (the first whose conditions hold wins), and what they ask.

    ``classes`` are named lists of lemmas or surface forms; the classes ``people``, ``entity`` and
    ``place`` need no list. ``unless`` are words that are of no class where one of those given
    hangs on them ("forces" with "ordre": the police). ``barred`` is what no trigger of violence
    may have hanging on it, because with it the trigger is a figure of speech. ``doers`` are those
    who can say something, or do what they say, besides pronouns and places.

    ``carriers`` are verbs whose subject does what their object names ("lancer un assaut"),
    ``announcers`` those of them that a crowd or an attacker does not do it by ("annoncer"),
    ``sufferers`` those whose subject undergoes it. ``by``, ``against``, ``of`` and ``partners``
    are prepositions that tie the doer, the target, either, and a partner to a noun or verb;
    ``owned`` are nouns whose complement with ``of`` is the doer where it can act ("l'attaque de la
    Russie"), while of others it is the target ("le bombardement de Marioupol").
    ``controllers`` are verbs whose object does what hangs on them ("accuser X d'avoir tiré").
    ``relatives`` are relative pronouns, ``reflexives`` the pronouns with which a verb of the table
    is written. ``quantities`` are nouns that stand before what they count ("dozens of").
    ``compounds`` are nouns that, with a trigger before them, still name the happening ("bombing
    campaign"); with any other the trigger only describes it ("bombing suspect"). ``participles``
    are endings of adjectives that are a verb's participle, with the ending of that verb.

    ``occurrences`` are verbs that say that their subject happens. ``negations`` are words that deny
    the verb or noun they hang on, ``negators`` verbs whose complement did not happen ("éviter"),
    ``deniers`` verbs whose subject says so. ``unreal`` are verbs and nouns whose complement has not
    happened yet ("menacer de", "risque de"), ``unreal_links`` the prepositions between the two,
    ``modals`` auxiliaries of what may happen, ``unreal_marks`` words that open a clause of what has
    not happened ("si"), ``purposes`` those that open a purpose, ``pledges`` auxiliaries by which
    somebody says what they are going to do, ``threats`` words that open the condition on which they
    will not, ``future_tenses`` values of the feature Tense of what has not happened.

    ``definites`` are determiners of what is known already, ``generic`` nouns that name any act of
    violence told before, ``anew`` words that say that it is another one. ``hedges`` are lemmas that
    mark their clause as unverified, ``hedged_moods`` values of the feature Mood that do.
    """

    classes: dict[str, tuple[str, ...]]
    unless: dict[str, tuple[str, ...]]
    barred: tuple[str, ...]
    doers: tuple[str, ...]
    carriers: tuple[str, ...]
    announcers: tuple[str, ...]
    sufferers: tuple[str, ...]
    by: tuple[str, ...]
    against: tuple[str, ...]
    of: tuple[str, ...]
    owned: tuple[str, ...]
    partners: tuple[str, ...]
    controllers: tuple[str, ...]
    relatives: tuple[str, ...]
    reflexives: tuple[str, ...]
    quantities: tuple[str, ...]
    compounds: tuple[str, ...]
    participles: dict[str, str]
    occurrences: tuple[str, ...]
    negations: tuple[str, ...]
    negators: tuple[str, ...]
    deniers: tuple[str, ...]
    unreal: tuple[str, ...]
    modals: tuple[str, ...]
    unreal_marks: tuple[str, ...]
    unreal_links: tuple[str, ...]
    purposes: tuple[str, ...]
    pledges: tuple[str, ...]
    threats: tuple[str, ...]
    future_tenses: tuple[str, ...]
    definites: tuple[str, ...]
    generic: tuple[str, ...]
    anew: tuple[str, ...]
    hedges: tuple[str, ...]
    hedged_moods: tuple[str, ...]
    triggers: tuple[TriggerWords, ...]

    @model_validator(mode="after")
    def _classes_exist(self) -> Self:
        known = PARSED_CLASSES | self.classes.keys()
        for trigger in self.triggers:
            asked = (
                *trigger.needs,
                *trigger.objects,
                *trigger.subjects,
                *trigger.content,
                *trigger.bars,
            )
            for word in (*asked, *self.barred, *self.doers):
                if word.startswith("@") and word[1:] not in known:
                    raise ValueError(f"{word} of {trigger.subtype} is not among the classes")
        return self
