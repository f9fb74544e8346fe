using System.Collections.Immutable;
using OneVisit.Contracts;
using OneVisit.Conversation.Cards;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Identity;

namespace OneVisit.Conversation.Resident;

/// <summary>
/// 「让别人替我接着办」: in a case that is on its way the person lets somebody go on for them (民法典 第一百六十五条). Asked who it is, until when, and once more with what it means; then how they come in,
/// and the letter. It lies over whatever else is going on.
/// </summary>
internal static class NamingTalk
{
    // No case id begins with a colon.
    private const string Relation = ":is-";
    private const string Yes = ":yes";
    private const string Done = ":until-done";
    private const string Anew = ":anew";
    private const string Stop = ":stop";
    private const int LongestAnswer = 40;

    private static readonly IdNumberScene Numbers = new(Stage.IdNumber);

    // Of the village committee somebody acts as such; the household says so at the office.
    private static readonly ImmutableArray<string> Relations = [.. RepresentativeRelations.All.Except([RepresentativeRelations.Village])];

    /// <summary>Offered beside a case in which the reader may let somebody act.</summary>
    public static IEnumerable<Choice> Offer(Turn turn, CaseView view) =>
        view.MayNameRepresentative && turn.State.Client is null ? [new Choice(turn.Book[Phrase.ChoiceNameActing], Tokens.NameActing + view.CaseId)] : [];

    public static void AskWhich(Turn turn, ImmutableArray<CaseSummary> cases, string? relation) => WhichCase.Ask(
        turn, cases.Where(each => each is { ActedFor: null, Status: not "closed" }), Phrase.NameActingNone, Phrase.NameActingWhich, Tokens.NameActing, caseId => new Effect.ShowCase(caseId, ToNameActing: true, Named: relation));

    /// <param name="relation">What they are to the person, where it was said with the wish.</param>
    public static void Begin(Turn turn, CaseView view, string? relation = null)
    {
        if (!view.MayNameRepresentative)
        {
            turn.Say(turn.Book[Against(view), turn.World.HelpPhone], turn.Current().Choices(turn));
            return;
        }
        turn.Lead(turn.Book[view.ApplicationId is null ? Phrase.NameActingWhy : Phrase.NameActingWhyAll, view.CaseId]);
        Ask(turn, new PendingNaming(view.CaseId, relation));
    }

    public static bool Press(Turn turn, string value)
    {
        if (!value.StartsWith(Tokens.NameActing, StringComparison.Ordinal)) return false;
        var token = value[Tokens.NameActing.Length..];
        if (CaseIds.Looks(token))
        {
            turn.State = turn.State with { Naming = null };
            turn.Do(new Effect.ShowCase(token, ToNameActing: true));
            return true;
        }
        return turn.State.Naming is { } naming && Press(turn, naming, token);
    }

    public static bool Hear(Turn turn, Reply reply)
    {
        if (turn.State.Naming is not { } naming) return false;
        foreach (var choice in Choices(turn, naming))
            if (string.Equals(choice.Title, reply.Text, StringComparison.OrdinalIgnoreCase)) return Press(turn, choice.Value);
        if (Pending.IsCommandLike(reply.Plain) || Leaving.IsWish(reply.Plain))
        {
            turn.State = turn.State with { Naming = null };
            return false;
        }
        if (!Understand(turn, naming, reply)) turn.Say(Unclear(turn, naming, reply), Choices(turn, naming));
        return true;
    }

    /// <summary>They act from now on: how they come in, and what is still missing.</summary>
    public static void Named(Turn turn, CaseView view)
    {
        turn.State = turn.State with { Naming = null };
        if (view.Representation is not { } by) return;
        turn.Lead(turn.Book[Phrase.NameActingDone, Markdown.Escape(by.NameMasked), turn.World.HelpPhone]);
        if (by.EvidenceStatus == "needed")
        {
            turn.State = turn.State with { Asked = new AskedPapers(view.CaseId, [new AskedPaper(by.Evidence, by.EvidenceName)]) };
            turn.Show(LetterCard(turn, view.CaseId, by.Evidence));
            turn.Lead(turn.Book[Phrase.NameActingLetter]);
        }
        turn.Say(turn.Book[Phrase.NameActingTakeBack], turn.Current().Choices(turn));
    }

    /// <summary>What the office does not take is asked anew; what it does not allow is said in its words.</summary>
    public static void Refused(Turn turn, Problem problem)
    {
        var words = Markdown.Escape(problem.Errors?.Values.SelectMany(sentences => sentences).FirstOrDefault() ?? problem.Detail ?? turn.Book[Phrase.ProblemUnknown]);
        var wrong = problem.Errors?.Keys.Select(StepOf).OfType<NamingStep>().Cast<NamingStep?>().FirstOrDefault();
        if (turn.State.Naming is { } naming && wrong is { } step)
        {
            turn.Lead(words);
            Ask(turn, step switch
            {
                NamingStep.Relation => naming with { Relation = null },
                NamingStep.Name => naming with { Name = null },
                NamingStep.Number => naming with { IdNumber = null },
                NamingStep.Phone => naming with { Phone = null },
                _ => naming with { Until = null },
            });
            return;
        }
        turn.State = turn.State with { Naming = null };
        turn.Say(words, turn.Current().Choices(turn));
    }

    /// <summary>Who was naming somebody is asked what is still missing.</summary>
    public static void AskOn(Turn turn)
    {
        if (turn.State.Naming is { } naming) Ask(turn, naming);
    }

    /// <summary>What somebody is to who speaks of them: son or daughter by the word itself, others by what is told of a person.</summary>
    public static string? RelationIn(Reply reply)
    {
        if (ChildIn(reply) is { } child) return child;
        return ActingReader.PersonIn(reply.Readable)?.Person switch
        {
            ActedFor.Mother or ActedFor.Father => RepresentativeRelations.Parent,
            ActedFor.Spouse => RepresentativeRelations.Spouse,
            ActedFor.Grandparent => RepresentativeRelations.Grandparent,
            ActedFor.Grandchild => RepresentativeRelations.Grandchild,
            ActedFor.Sibling => RepresentativeRelations.Sibling,
            ActedFor.Kin => RepresentativeRelations.Kin,
            ActedFor.Neighbour => RepresentativeRelations.Neighbour,
            _ => null,
        };
    }

    private static Phrase Against(CaseView view) => view switch
    {
        { Status: "closed" } => Phrase.NameActingNone,
        { Representation: { InForce: true, IsYou: true } } => Phrase.NameActingByYou,
        { Representation.InForce: true } => Phrase.NameActingTaken,
        { Mandate: { Active: true } or { State: "awaits-signature" } } => Phrase.NameActingMandate,
        _ => Phrase.NameActingInPerson,
    };

    private static NamingStep? StepOf(string field) => field.Split('.') is ["representative", var last] ? last.ToUpperInvariant() switch
    {
        "RELATION" => NamingStep.Relation,
        "NAME" => NamingStep.Name,
        "IDNUMBER" => NamingStep.Number,
        "PHONE" => NamingStep.Phone,
        "UNTIL" => NamingStep.Until,
        _ => null,
    } : null;

    private static void Ask(Turn turn, PendingNaming naming)
    {
        turn.State = turn.State with { Naming = naming };
        turn.Say(Question(turn, naming), Choices(turn, naming));
    }

    private static string Question(Turn turn, PendingNaming naming) => naming.Step switch
    {
        NamingStep.Relation => turn.Book[Phrase.AskNamedRelation],
        NamingStep.Name => turn.Book[Phrase.AskNamedName],
        NamingStep.Number => turn.Book[Phrase.AskIdNumber, Markdown.Escape(PersonName.Read(naming.Name)?.Masked)],
        NamingStep.Phone => turn.Book[Phrase.AskNamedPhone, Markdown.Escape(PersonName.Read(naming.Name)?.Masked)],
        NamingStep.Until => turn.Book[Phrase.AskNamedUntil, turn.Book.FarDay(Acting.LatestTerm(turn))],
        _ => turn.Book[
            Phrase.NameActingAsk, naming.CaseId, RelationOf(turn, naming), Markdown.Escape(naming.Name), Markdown.Escape((ResidentId.Read(naming.IdNumber, turn.Today) as IdReading.Valid)?.Id.Masked),
            Markdown.Escape(PhoneNumber.Read(naming.Phone)?.Masked), turn.Book.FarDay(naming.Until!.Value)],
    };

    private static ImmutableArray<Choice> Choices(Turn turn, PendingNaming naming) =>
    [
        .. naming.Step switch
        {
            NamingStep.Relation => Relations.Select(relation => Choose(turn.Book.NameOr("named-relation", relation), Relation + relation)),
            NamingStep.Until => [Choose(turn.Book[Phrase.ChoiceUntilDone], Done)],
            NamingStep.Confirm => [Choose(turn.Book[Phrase.ChoiceNameActingYes], Yes), Choose(turn.Book[Phrase.ChoiceNameActingAnew], Anew)],
            _ => Array.Empty<Choice>(),
        },
        Choose(turn.Book[Phrase.ChoiceNotNow], Stop),
    ];

    private static bool Press(Turn turn, PendingNaming naming, string token)
    {
        switch (token)
        {
            case Stop:
                turn.State = turn.State with { Naming = null };
                return Commands.Press(turn, Tokens.RestartNo);
            case Anew:
                Ask(turn, new PendingNaming(naming.CaseId));
                return true;
            case Done:
                Ask(turn, naming with { Until = Acting.LatestTerm(turn) });
                return true;
            case Yes when naming is { Step: NamingStep.Confirm, Relation: { } relation, Name: { } name, IdNumber: { } number, Phone: { } phone }:
                turn.Do(new Effect.NameActing(naming.CaseId, new NameRepresentative(new(RepresentationBases.Entrusted, relation, name, number, phone) { Until = naming.Until })));
                return true;
            case var told when told.StartsWith(Relation, StringComparison.Ordinal) && Relations.Contains(told[Relation.Length..]):
                Ask(turn, naming with { Relation = told[Relation.Length..] });
                return true;
            default:
                return false;
        }
    }

    private static bool Understand(Turn turn, PendingNaming naming, Reply reply) => naming.Step switch
    {
        NamingStep.Relation => RelationIn(turn, naming, reply) is { } relation && Keep(turn, naming with { Relation = relation }),
        NamingStep.Name => NameScene.NameIn(reply) is { } name && Keep(turn, naming with { Name = name.Reveal() }),
        NamingStep.Number => IdNumberScene.NumberOf(turn, reply) is { } id && Acting.IsMinor(turn, id.Reveal()) == false && Keep(turn, naming with { IdNumber = id.Reveal() }),
        NamingStep.Phone => PhoneScene.PhoneIn(reply) is { } phone && Keep(turn, naming with { Phone = phone.Reveal() }),
        NamingStep.Until => ActingUntilScene.DayIn(turn, reply) is { } last && ActingUntilScene.NotThen(turn, last) is null && Keep(turn, naming with { Until = last }),
        _ => AnswerReader.YesNo(reply.Plain) is { } wished && Press(turn, naming, wished ? Yes : Stop),
    };

    private static string Unclear(Turn turn, PendingNaming naming, Reply reply) => naming.Step switch
    {
        NamingStep.Relation => turn.Book[Phrase.AskNamedRelation],
        NamingStep.Name => turn.Book[Phrase.NameUnclear],
        NamingStep.Number => IdNumberScene.NumberOf(turn, reply) is not null ? turn.Book[Phrase.NamedUnderAge] : Numbers.Unclear(turn, reply),
        NamingStep.Phone => turn.Book[Phrase.PhoneUnclear],
        NamingStep.Until => (ActingUntilScene.DayIn(turn, reply) is { } last ? ActingUntilScene.NotThen(turn, last) : null) ?? turn.Book[Phrase.ActingUntilUnclear],
        _ => Question(turn, naming),
    };

    private static bool Keep(Turn turn, PendingNaming naming)
    {
        Ask(turn, naming);
        return true;
    }

    // The name of an answer, or what is said of a person.
    private static string? RelationIn(Turn turn, PendingNaming naming, Reply reply)
    {
        if (reply.Readable.Length > LongestAnswer) return null;
        if (ChildIn(reply) is { } child) return child;
        if (PickReader.Read(reply.Readable, [.. Choices(turn, naming).Take(Relations.Length).Select(choice => choice.Title)]) is Picks.Of { Entries: [var entry] }) return Relations[entry];
        return RelationIn(reply);
    }

    private static string? ChildIn(Reply reply) =>
        reply.Readable.Says("othersChild") ? null : reply.Readable.Says("daughter") ? RepresentativeRelations.Daughter : reply.Readable.Says("son") ? RepresentativeRelations.Son : null;

    private static string RelationOf(Turn turn, PendingNaming naming) => turn.Book.NameOr("named-relation", naming.Relation ?? RepresentativeRelations.Other);

    // The letter with both names and the last day, to be printed and signed.
    private static Say.Card LetterCard(Turn turn, string caseId, string material) => new(
        Parts.Card(
            Domain.Languages.Code(turn.State.Language), turn.Book[Phrase.NameActingLetterTitle], Parts.Title(turn.Book[Phrase.NameActingLetterTitle]),
            Parts.Text($"[{turn.Book[Phrase.CardFormPrint]}]({FormAddress.ToPrint(caseId, material)})"), Parts.Quiet(caseId)),
        turn.Book[Phrase.NameActingLetterTitle]);

    private static Choice Choose(string title, string token) => new(title, Tokens.NameActing + token);
}
