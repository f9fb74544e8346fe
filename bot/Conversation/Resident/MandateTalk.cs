using System.Collections.Immutable;
using OneVisit.Contracts;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;

namespace OneVisit.Conversation.Resident;

/// <summary>
/// To whom, for what, until when, who hears, and the signature: the same for an application that is being prepared and for a case that is on its
/// way. What is usual is settled; each of it can be changed before it is signed.
/// </summary>
internal static class MandateTalk
{
    public const string Prefix = $"{nameof(Stage.Mandate)}:";

    private static readonly string[] Levels = ["village", "township", "city"];

    private static readonly (string Token, int Months)[] Terms = [("1", 1), ("3", 3), ("6", 6), ("12", 12)];

    public static MandatePlan? Plan(Turn turn) => turn.State.Mandating ?? turn.State.Draft.Plan;

    public static void Keep(Turn turn, MandatePlan? plan) => turn.State = turn.State.Mandating is not null || plan?.CaseId is not null
        ? turn.State with { Mandating = plan }
        : turn.State with { Draft = turn.State.Draft with { Plan = plan } };

    public static void GoTo(Turn turn, MandatePlan plan)
    {
        Keep(turn, plan with { ExpiresOn = plan.ExpiresOn ?? turn.Today.AddMonths(CaseDecisions.MandateMonths) });
        Ask(turn);
    }

    public static void Ask(Turn turn)
    {
        if (Plan(turn) is { } plan) turn.Say(Question(turn, plan), Choices(turn, plan));
    }

    public static ImmutableArray<Choice> Choices(Turn turn, MandatePlan plan) => plan.Step switch
    {
        MandateStep.Who => [.. Levels.Select(level => Choose(turn.Book.NameOr("mandate-level", level), "who-" + level)), Choose(turn.Book[Phrase.ChoiceNotNow], "stop")],
        MandateStep.Agent => [.. plan.Offered.Take(8).Select(agent => Choose(agent.Name, "agent-" + agent.Id)), Choose(turn.Book[Phrase.ChoiceAnyAgent], "agent-")],
        MandateStep.Acts => [Choose(turn.Book[Phrase.ChoiceErrandsOnly], "acts-errands"), Choose(turn.Book[Phrase.ChoiceEverything], "acts-all")],
        MandateStep.Notices => [.. NoticeChoices.All.Select(choice => Choose(turn.Book.NameOr("mandate-notices", choice), "notices-" + choice))],
        MandateStep.Until => [.. Terms.Select(term => Choose(turn.Book.NameOr("mandate-term", term.Token), "until-" + term.Token))],
        MandateStep.Sign => [.. SignChoices(turn, plan)],
        MandateStep.Code => [Choose(turn.Book[Phrase.ChoiceSendAgain], "send"), Choose(turn.Book[Phrase.ChoiceSignOnScreen], "later"), Choose(turn.Book[Phrase.ChoiceBack], "sign")],
        _ => [Choose(turn.Book[Phrase.ChoiceBack], "sign")],
    };

    /// <returns><c>false</c>: not understood, and nothing was changed.</returns>
    public static bool Hear(Turn turn, MandatePlan plan, Reply reply)
    {
        if (reply.Token is { } token) return Press(turn, plan, token);
        foreach (var choice in Choices(turn, plan))
            if (string.Equals(choice.Title, reply.Text, StringComparison.OrdinalIgnoreCase)) return Press(turn, plan, choice.Value[Prefix.Length..]);
        return plan.Step switch
        {
            MandateStep.Code => Type(turn, plan, reply),
            MandateStep.Name => Named(turn, plan, reply),
            MandateStep.Sign when reply.YesNo == true => Press(turn, plan, "send"),
            _ => false,
        };
    }

    public static string Unclear(Turn turn, MandatePlan plan) => plan.Step switch
    {
        MandateStep.Code => turn.Book[Phrase.MandateCodeUnclear],
        MandateStep.Name => turn.Book[Phrase.NameUnclear],
        _ => turn.Book[Phrase.MandateUnclear],
    };

    /// <summary>The holder in plain words.</summary>
    public static string Holder(Turn turn, MandatePlan plan) => plan.Agent is { } agent
        ? turn.Book[Phrase.MandateHolderNamed, turn.Book.NameOr("mandate-holder", plan.Level), Markdown.Escape(agent.Name)]
        : plan is { Level: "village", CaseId: null } && turn.State.Draft.Village is { } village
            ? turn.Book[Phrase.MandateHolderVillage, Markdown.Escape(turn.VillageName(village))]
            : turn.Book.NameOr("mandate-holder", plan.Level);

    private static string Question(Turn turn, MandatePlan plan) => plan.Step switch
    {
        MandateStep.Who => turn.Book[Phrase.AskMandateWho],
        MandateStep.Agent => turn.Book[Phrase.AskMandateAgent],
        MandateStep.Acts => turn.Book[Phrase.AskMandateActs],
        MandateStep.Notices => turn.Book[Phrase.AskMandateNotices],
        MandateStep.Until => turn.Book[Phrase.AskMandateUntil],
        MandateStep.Name => turn.Book[Phrase.AskMandateName],
        MandateStep.Code => turn.Book[Phrase.AskMandateCode, Markdown.Escape(plan.PhoneMasked ?? "")],
        _ => turn.Book[
            turn.State.Client is null ? Phrase.AskMandateSign : Phrase.AskClientSign, Holder(turn, plan), turn.Book.List(plan.Acts.Select(act => turn.Book.NameOr("mandate-act", act))),
            turn.Book.NameOr("mandate-notices", plan.Notices), turn.Book.FarDay(plan.ExpiresOn ?? turn.Today)],
    };

    private static IEnumerable<Choice> SignChoices(Turn turn, MandatePlan plan)
    {
        yield return Choose(turn.Book[turn.State.Client is null ? Phrase.ChoiceSignByCode : Phrase.ChoiceClientCode], "send");
        yield return Choose(turn.Book[turn.State.Client is null ? Phrase.ChoiceSignOnScreen : Phrase.ChoiceClientDraws], "later");
        if (turn.State.Client is null)
        {
            yield return Choose(turn.Book[plan.Acts.Length > MandateActs.Errands.Length ? Phrase.ChoiceFewerActs : Phrase.ChoiceMoreActs], "acts");
            yield return Choose(turn.Book[Phrase.ChoiceOtherAgent], "who");
        }
        yield return Choose(turn.Book[Phrase.ChoiceNoticesTo], "notices");
        yield return Choose(turn.Book[Phrase.ChoiceOtherTerm], "until");
    }

    private static bool Press(Turn turn, MandatePlan plan, string token)
    {
        var (name, value) = token.IndexOf('-') is > 0 and var at ? (token[..at], token[(at + 1)..]) : (token, "");
        var open = plan with { Code = null, SignLater = false, Offered = [] };
        switch (name)
        {
            case "stop":
                Stop(turn);
                return true;
            case "who" when value.Length == 0 && turn.State.Client is null:
                GoTo(turn, open with { Step = MandateStep.Who });
                return true;
            case "who" when Levels.Contains(value) && turn.State.Client is null:
                AskWhoIsThere(turn, open with { Level = value, Agent = null, Step = MandateStep.Who });
                return true;
            case "agent" when plan.Step == MandateStep.Agent && (value.Length == 0 || plan.Offered.Any(agent => agent.Id == value)):
                GoTo(turn, open with { Agent = plan.Offered.FirstOrDefault(agent => agent.Id == value), Step = MandateStep.Sign });
                return true;
            case "acts" when value.Length == 0:
                GoTo(turn, open with { Step = MandateStep.Acts });
                return true;
            case "acts" when value is "errands" or "all":
                GoTo(turn, open with { Acts = value == "all" ? MandateActs.All : MandateActs.Errands, Notices = value == "all" ? plan.Notices : NoticeChoices.Me, Step = MandateStep.Sign });
                return true;
            case "notices" when value.Length == 0:
                GoTo(turn, open with { Step = MandateStep.Notices });
                return true;
            case "notices" when NoticeChoices.All.Contains(value):
                // Who is to hear has to be allowed to.
                GoTo(turn, open with
                {
                    Notices = value, Step = MandateStep.Sign,
                    Acts = value == NoticeChoices.Me || plan.Acts.Contains(MandateActs.ReceiveNotices) ? plan.Acts : plan.Acts.Add(MandateActs.ReceiveNotices),
                });
                return true;
            case "until" when value.Length == 0:
                GoTo(turn, open with { Step = MandateStep.Until });
                return true;
            case "until" when Terms.FirstOrDefault(term => term.Token == value) is { Months: > 0 and var months }:
                GoTo(turn, open with { ExpiresOn = turn.Today.AddMonths(months), Step = MandateStep.Sign });
                return true;
            case "sign":
                GoTo(turn, open with { Step = MandateStep.Sign });
                return true;
            case "send":
                return Send(turn, open);
            case "later":
                return Later(turn, open);
            default:
                return false;
        }
    }

    // The name is that of who signs; a case does not tell it to the conversation, so it is typed.
    private static bool Send(Turn turn, MandatePlan plan)
    {
        if (NameOf(turn, plan) is null)
        {
            GoTo(turn, plan with { Step = MandateStep.Name });
            return true;
        }
        Keep(turn, plan);
        turn.Do(new Effect.SendMandateCode(RequestOf(turn, plan, null)));
        return true;
    }

    private static bool Named(Turn turn, MandatePlan plan, Reply reply)
    {
        if (PersonName.Read(reply.Text) is not { } name) return false;
        return Send(turn, plan with { Name = name.Reveal() });
    }

    private static bool Type(Turn turn, MandatePlan plan, Reply reply)
    {
        var digits = new string([.. reply.Plain.Where(char.IsAsciiDigit)]);
        if (digits.Length != OneTimeCode.Digits) return false;
        turn.Do(new Effect.CheckMandateCode(RequestOf(turn, plan, digits)));
        return true;
    }

    private static bool Later(Turn turn, MandatePlan plan)
    {
        Keep(turn, plan with { SignLater = true, Step = MandateStep.Done });
        Signed(turn);
        return true;
    }

    /// <summary>Nobody is given a mandate who is not there.</summary>
    public static void AskWhoIsThere(Turn turn, MandatePlan plan)
    {
        Keep(turn, plan);
        turn.Do(new Effect.ListAgents(plan.CaseId, plan.CaseId is null ? turn.State.Draft.Village : null));
    }

    /// <summary>Who is there cannot be known now: it is found out when the mandate is given.</summary>
    public static void AgentsUnknown(Turn turn)
    {
        if (Plan(turn) is { } plan) GoTo(turn, plan with { Step = MandateStep.Sign });
    }

    /// <summary>The agents of the level chosen are known: of several one may be named.</summary>
    public static void Agents(Turn turn, ImmutableArray<AgentOfficeView> offices)
    {
        if (Plan(turn) is not { } plan) return;
        var there = offices.FirstOrDefault(office => office.Level == plan.Level);
        if (there is null)
        {
            turn.Lead(turn.Book[Phrase.MandateNobodyThere, turn.Book.NameOr("mandate-holder", plan.Level)]);
            GoTo(turn, plan with { Step = MandateStep.Who });
        }
        else if (there.Agents.Count > 1 && plan.Step == MandateStep.Who) GoTo(turn, plan with { Step = MandateStep.Agent, Offered = [.. there.Agents] });
        else GoTo(turn, plan with { Step = MandateStep.Sign });
    }

    public static void CodeSent(Turn turn, MandateCodeSent sent)
    {
        if (Plan(turn) is not { } plan) return;
        if (sent.DemoCode is { } code) turn.Lead(turn.Book[Phrase.MandateDemoCode, code]);
        GoTo(turn, plan with { Step = MandateStep.Code, PhoneMasked = sent.PhoneMasked });
    }

    public static void CodeRight(Turn turn, string code)
    {
        if (Plan(turn) is not { } plan) return;
        Keep(turn, plan with { Code = code, Step = MandateStep.Done });
        turn.Lead(turn.Book[Phrase.MandateSigned]);
        Signed(turn);
    }

    /// <summary>The code was wrong, or none can be sent: what to do is in the words.</summary>
    public static void Refused(Turn turn, Problem problem)
    {
        if (Plan(turn) is not { } plan) return;
        turn.Lead(Markdown.Escape(problem.Errors?.Values.SelectMany(sentences => sentences).FirstOrDefault() ?? problem.Detail ?? turn.Book[Phrase.ProblemUnknown]));
        var another = problem.Code == ProblemCodes.CodeWrong && plan.Step == MandateStep.Code;
        GoTo(turn, plan with { Code = null, Name = plan.CaseId is null || another ? plan.Name : null, Step = another ? MandateStep.Code : MandateStep.Sign });
    }

    private static void Signed(Turn turn)
    {
        var plan = Plan(turn)!;
        if (plan.CaseId is { } caseId)
        {
            turn.Do(new Effect.GrantMandate(caseId, plan.Offer(plan.Name, plan.Code)));
            return;
        }
        turn.State = turn.State with { Draft = turn.State.Draft with { Mandate = true } };
        turn.Walked(nameof(Stage.Mandate));
        turn.Continue();
    }

    private static void Stop(Turn turn)
    {
        if (turn.State.Mandating is not null)
        {
            turn.State = turn.State with { Mandating = null };
            turn.Lead(turn.Book[Phrase.RestartKept]);
            turn.Current().Ask(turn);
            return;
        }
        turn.State = turn.State with { Draft = turn.State.Draft with { Mandate = false, Plan = null } };
        turn.Walked(nameof(Stage.Mandate));
        turn.Continue();
    }

    private static MandateCodeRequest RequestOf(Turn turn, MandatePlan plan, string? code) => plan.CaseId is { } caseId
        ? new(plan.Offer(plan.Name, code), caseId)
        : new(
            plan.Offer(Signer(turn), code), null, turn.EnsureSubmissionId(), [.. turn.Chosen.Select(service => service.Code)],
            new ApplicantDetails(turn.State.Draft.Name ?? "", turn.State.Draft.IdNumber ?? "", turn.State.Draft.Phone ?? "", turn.State.Draft.Village ?? ""))
        {
            Representative = Acting.Details(turn.State.Draft),
        };

    private static string? NameOf(Turn turn, MandatePlan plan) => plan.CaseId is null ? Signer(turn) : plan.Name;

    // Who acts signs with their own name.
    private static string? Signer(Turn turn) => Acting.For(turn) is { } acting ? acting.Name : turn.State.Draft.Name;

    private static Choice Choose(string title, string token) => new(title, Prefix + token);
}
