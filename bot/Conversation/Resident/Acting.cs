using OneVisit.Contracts;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Eligibility.People;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Services;

namespace OneVisit.Conversation.Resident;

/// <summary>For whom it is applied, as it stands in the application being prepared.</summary>
internal static class Acting
{
    /// <summary>Of <see cref="DialogueState.HouseholdOf"/>: of who speaks.</summary>
    public const string Own = "own";

    /// <summary>Of the same: somebody else's, and not told whose.</summary>
    private const string Others = "another";

    /// <summary>Of whom is not told.</summary>
    private const string Somebody = "somebody";

    public static ActingFor? For(Turn turn) => turn.State.Draft.Acting is { Another: true } acting ? acting : null;

    public static bool IsForAnother(Turn turn) => For(turn) is not null;

    /// <summary>What is told of a household is told of somebody else's.</summary>
    public static bool IsOfAnother(Turn turn) => IsForAnother(turn) && turn.State.HouseholdOf is not (null or Own);

    /// <summary>Whom somebody was entrusted by may not be handed on to an agent without their consent (民法典 第一百六十九条).</summary>
    public static bool IsEntrusted(Turn turn) => For(turn)?.Basis == RepresentationBases.Entrusted;

    /// <summary>Nobody does it for another, whatever they have signed (民法典 第一百六十一条).</summary>
    public static bool IsInPerson(Turn turn) => turn.Chosen.Any(service => service.Mode == AgentMode.Prep);

    /// <summary>It is said so, and who speaks goes on for themselves.</summary>
    public static void StandBack(Turn turn)
    {
        if (!IsForAnother(turn) || !IsInPerson(turn)) return;
        Set(turn, new ActingFor { Another = false });
        turn.State = turn.State with { Draft = turn.State.Draft with { Acting = null } };
        turn.Lead(turn.Book[Phrase.ActingInPerson]);
    }

    /// <summary>The person as one speaks of them to who acts: 「您母亲」.</summary>
    public static string PersonOf(Turn turn) => PersonOf(turn, turn.State.Draft.Acting);

    public static string PersonOf(Turn turn, ActingFor? acting) => acting switch
    {
        { Word: { } word } when acting.Person is not (ActedFor.Mother or ActedFor.Father) => turn.Book.Name("who", word) ?? turn.Book[Phrase.ActedPerson, Markdown.Escape(word)],
        { Minor: true } => turn.Book.NameOr("acting-person", ActedFor.Child),
        _ => turn.Book.NameOr("acting-person", acting?.Person ?? Somebody),
    };

    /// <summary>What is still open about it; <c>null</c>: nothing. Agents apply with their clients, and are not asked.</summary>
    public static Stage? Open(Turn turn) => turn.State.Client is not null ? null : turn.State.Draft.Acting switch
    {
        null or { Another: null } => IsAsked(turn) ? Stage.ForWhom : null,
        { Another: true, Person: null } => Stage.ActedFor,
        { Another: true, Basis: null } => Stage.ActingBasis,
        { Another: true, Basis: RepresentationBases.Entrusted, Until: null } => Stage.ActingUntil,
        _ when HouseholdIsOpen(turn) => Stage.HouseholdOf,
        _ => null,
    };

    /// <summary>The paper that shows on what somebody acts; <c>null</c>: nobody does, or it is not told.</summary>
    public static Material? Evidence(Turn turn) => EvidenceOf(turn, For(turn)?.Basis);

    /// <summary>The same of a basis; <c>null</c>: nobody is taken on it.</summary>
    public static Material? EvidenceOf(Turn turn, string? basis) => RepresentationCodes.ParseBasis(basis) is { } known ? turn.World.EvidenceOf(known) : null;

    /// <summary>The paper that shows it, of what is being filled in or, after that, of what was applied for last.</summary>
    public static Material? Wanted(Turn turn) => Evidence(turn) ?? (turn.State.Stage == Stage.Home ? EvidenceOf(turn, turn.State.LastBasis) : null);

    /// <summary>What of who acts is missing.</summary>
    public static Stage? Missing(Turn turn) => For(turn) switch
    {
        null => null,
        { Name: null } => Stage.OwnName,
        { IdNumber: null } => Stage.OwnIdNumber,
        { Phone: null } => Stage.OwnPhone,
        _ => null,
    };

    /// <summary>It was told in passing, before anything was asked.</summary>
    public static void Tell(Turn turn, ToldActing told)
    {
        Set(turn, Of(told));
        // What was answered before may be of another household: that is asked.
        if (turn.State.Answers.IsEmpty) turn.State = turn.State with { HouseholdOf = HouseholdKey(turn.State.Draft.Acting!) };
    }

    public static ActingFor Of(ToldActing told) => new() { Another = told.Another, Person = told.Person, Word = told.Word };

    /// <summary>It is told, or told otherwise: what was entered of a person stays with that person, and what hangs on it is asked anew. Who acts has another notice of their data to see.</summary>
    public static void Set(Turn turn, ActingFor acting)
    {
        var (draft, before) = (turn.State.Draft, turn.State.Draft.Acting);
        if (before is not null && before with { Name = null, IdNumber = null, Phone = null, Until = null } == acting) return;
        turn.State = turn.State with
        {
            Draft = (before?.Another == true, acting.Another == true) switch
            {
                (false, true) => Anew(draft) with { Privacy = null, Acting = acting with { Name = draft.Name, IdNumber = draft.IdNumber, Phone = draft.Phone } },
                (true, false) => Anew(draft) with { Name = before!.Name, IdNumber = before.IdNumber, Phone = before.Phone, Acting = acting },
                (true, true) => (before!.Person is null || before.Person == acting.Person ? draft : Anew(draft)) with { Acting = acting with { Name = before.Name, IdNumber = before.IdNumber, Phone = before.Phone, Until = before.Person == acting.Person ? before.Until : null } },
                _ => draft with { Acting = acting },
            },
            Papers = null, ListDue = turn.State.Applying,
        };
    }

    /// <summary>On what somebody acts has been told.</summary>
    public static void Ground(Turn turn, string? basis, bool minor)
    {
        if (For(turn) is not { } acting || (acting.Basis == basis && acting.Minor == minor)) return;
        turn.State = turn.State with { Draft = turn.State.Draft with { Acting = acting with { Basis = basis, Minor = minor }, Mandate = null, Plan = null }, Papers = null, ListDue = turn.State.Applying };
    }

    /// <summary>The last day of the letter has been told: it stands on the letter to print.</summary>
    public static void Term(Turn turn, DateOnly last)
    {
        if (For(turn) is { } acting) turn.State = turn.State with { Draft = turn.State.Draft with { Acting = acting with { Until = last } } };
    }

    /// <summary>The last day that a letter signed today can have.</summary>
    public static DateOnly LatestTerm(Turn turn) => turn.Today.AddYears(RepresentationRules.LongestYears);

    /// <summary>Whose household the facts are of is settled.</summary>
    public static void Settle(Turn turn) => turn.State = turn.State with { HouseholdOf = HouseholdKey(turn.State.Draft.Acting!) };

    /// <summary>Under 18 by the number; <c>null</c> while there is none.</summary>
    public static bool? IsMinor(Turn turn, string? idNumber) => ResidentId.Read(idNumber, turn.Today) is IdReading.Valid { Id: var id } ? id.BornOn.AgeOn(turn.Today) < RepresentationRules.ComesOfAge : null;

    /// <summary>Who acts, as it travels; <c>null</c>: nobody does, or not all of it is told.</summary>
    public static RepresentativeDetails? Details(Draft draft) =>
        // Whether it is a number was asked when it was written.
        draft.Acting is { Another: true, Person: { } person, Basis: { } basis, Name: { } name, IdNumber: { } number, Phone: { } phone } && ResidentId.Read(number, DateOnly.MaxValue) is IdReading.Valid { Id: var id }
            ? new RepresentativeDetails(basis, ActedFor.RelationBack(person, IsMan(id)), name, number, phone) { Until = Term(draft.Acting) }
            : null;

    /// <summary>The last day told, where there is a letter.</summary>
    public static DateOnly? Term(ActingFor acting) => acting.Basis == RepresentationBases.Entrusted ? acting.Until : null;

    // Of what the city grants to people; whom a registration or an association is for is no question, though what was told of it counts.
    private static bool IsAsked(Turn turn) => turn.Chosen.Any(service => service.Kind == ServiceKind.Delegated) && !IsInPerson(turn);

    // Everything about the person it is about.
    private static Draft Anew(Draft draft) => draft with { Name = null, IdNumber = null, Phone = null, Village = null, Grid = null, Mandate = null, Plan = null, Relatives = null };

    private static bool HouseholdIsOpen(Turn turn)
    {
        var key = HouseholdKey(turn.State.Draft.Acting!);
        var of = turn.State.HouseholdOf;
        if (of == key || (of is not null && of == turn.State.Draft.Acting!.Person) || (of is null && key == Own) || (of == Others && key != Own)) return false;
        return !turn.State.Answers.IsEmpty || turn.State.Household != new HouseholdFacts();
    }

    // A couple is one household, and a child belongs to that of who looks after it.
    private static string HouseholdKey(ActingFor acting) => acting switch
    {
        { Another: not true } or { Person: ActedFor.Spouse } or { Minor: true } => Own,
        { Person: { } person } => person,
        _ => Others,
    };

    // GB 11643: the last of the three digits in a row is odd for men.
    private static bool IsMan(ResidentId id) => (id.Reveal()[16] - '0') % 2 == 1;
}
