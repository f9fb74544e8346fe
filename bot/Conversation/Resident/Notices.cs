using System.Collections.Immutable;
using System.Globalization;
using OneVisit.Contracts;
using OneVisit.Conversation.Cards;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Cases;

namespace OneVisit.Conversation.Resident;

/// <summary>Puts a notice into words: what happened, what it means, what is to do, by when, whom to call. It does not disturb what is being filled in.</summary>
internal static class Notices
{
    public static void Tell(Turn turn, Notice notice)
    {
        if (notice.Kind is NoticeKinds.CaseMoved or NoticeKinds.RepresentationEnded)
        {
            Gone(turn, notice.CaseId);
            turn.Say(Words(turn.Book, notice, turn.World), [.. Answers(turn, notice), .. turn.Current().Choices(turn)]);
            return;
        }
        var closed = notice.Kind == NoticeKinds.CaseClosed;
        if (Asked(notice) is { Papers.IsEmpty: false } asked) turn.State = turn.State with { Asked = asked };
        else if (closed && turn.State.Asked?.CaseId == notice.CaseId) turn.State = turn.State with { Asked = null };
        turn.Say(AcceptedOnLetter(turn, notice) ?? Words(turn.Book, notice, turn.World), closed ? [] : [.. Papers(turn, notice), .. Answers(turn, notice), .. turn.Current().Choices(turn)]);
        if (!closed) return;
        turn.State = turn.State with { Rating = new PendingRating(notice.CaseId, 0) };
        turn.Say(turn.Book[Phrase.RateAsk], RatingTalk.Grades(turn, notice.CaseId));
    }

    // Whether the letter came is not known here: who acts on one is not told that nothing is left to do.
    private static string? AcceptedOnLetter(Turn turn, Notice notice) =>
        notice.Kind == NoticeKinds.CaseAccepted && turn.State.LastBasis == RepresentationBases.Entrusted && (turn.State.LastReceipt?.CaseId == notice.CaseId || turn.State.LastCases.Contains(notice.CaseId))
            ? Provisionally(turn.Book, notice, turn.Book[Phrase.NoticeAcceptedLetter, notice.CaseId, Day(turn.Book, notice, "due"), turn.World.HelpPhone]) : null;

    // Its household goes on elsewhere: nothing of it stays here.
    public static void Gone(Turn turn, string caseId)
    {
        var state = turn.State;
        turn.State = state with
        {
            LastReceipt = state.LastReceipt?.CaseId == caseId ? null : state.LastReceipt, LastBasis = state.LastReceipt?.CaseId == caseId ? null : state.LastBasis, LastCases = state.LastCases.Remove(caseId), RevokeAsked = state.RevokeAsked.Remove(caseId),
            Asked = state.Asked?.CaseId == caseId ? null : state.Asked, Rating = state.Rating?.CaseId == caseId ? null : state.Rating, Changing = state.Changing?.CaseId == caseId ? null : state.Changing,
            Found = state.Found?.CaseId == caseId ? null : state.Found, Mandating = state.Mandating?.CaseId == caseId ? null : state.Mandating,
            EndActingAsked = state.EndActingAsked == caseId ? null : state.EndActingAsked, StopActingAsked = state.StopActingAsked == caseId ? null : state.StopActingAsked,
        };
    }

    // Who acts for the person has it; the person may take it back.
    private static bool IsWithActing(Notice notice) => notice.Data.GetValueOrDefault("to") == "representative";

    // What was found otherwise than told can be answered at once.
    private static ImmutableArray<Choice> Answers(Turn turn, Notice notice) => notice.Kind switch
    {
        // They may have to prove who they are first, and are asked to.
        NoticeKinds.RepresentationOver => [new Choice(turn.Book[Phrase.ChoiceMyCases], Tokens.MyCases), new Choice(turn.Book[Phrase.ChoiceAppliedBefore], Tokens.Prove + "begin")],
        NoticeKinds.CaseMoved when IsWithActing(notice) => [new Choice(turn.Book[Phrase.ChoiceAppliedBefore], Tokens.Prove + "begin")],
        NoticeKinds.DifferencesFound when notice.Date("until") is not null => FoundTalk.Choices(turn, notice.CaseId, toData: true),
        NoticeKinds.SurveyDiffers => FoundTalk.Choices(turn, notice.CaseId, toData: false),
        _ => [],
    };

    private static AskedPapers? Asked(Notice notice) => notice.Kind is NoticeKinds.MaterialRequested or NoticeKinds.MaterialMissing or NoticeKinds.MaterialReminder
        // The person themself has no such case to send it to.
        || (notice.Kind is NoticeKinds.RepresentationEndsSoon && notice.Data.GetValueOrDefault("of") != "person")
        ? new(
            notice.CaseId,
            [
                .. notice.Data.GetValueOrDefault("codes", "").Split(',', StringSplitOptions.RemoveEmptyEntries)
                    .Zip(notice.Data.GetValueOrDefault("items", "").Split('\n', StringSplitOptions.RemoveEmptyEntries), (code, name) => new AskedPaper(code, name)),
            ])
        : null;

    // The link itself would be closed by the time it is pressed: the case's card makes a new one.
    private static IEnumerable<Choice> Papers(Turn turn, Notice notice) => notice.Kind is NoticeKinds.CaseApproved or NoticeKinds.CaseRefused
        ? [new Choice(turn.Book[Phrase.ChoiceSeeLetter], Tokens.Case + notice.CaseId)]
        : [];

    private static string Words(Phrasebook book, Notice notice, DialogueWorld world)
    {
        var (id, phone) = (notice.CaseId, world.HelpPhone);
        return notice.Kind switch
        {
            NoticeKinds.CaseMoved => book[IsWithActing(notice) ? Phrase.NoticeMovedToActing : Phrase.NoticeMoved, id, phone],
            NoticeKinds.RepresentationEnded => book[Phrase.NoticeActingEnded, id, book.NameOr("acting-end", notice.Data.GetValueOrDefault("why", "")), Day(book, notice, "on"), phone],
            NoticeKinds.RepresentationOver => book[Phrase.NoticeActingOver, id, book.NameOr("acting-over", notice.Data.GetValueOrDefault("why", "")), Day(book, notice, "on"), phone],
            NoticeKinds.RepresentationEndsSoon => EndsSoon(book, notice, phone),
            NoticeKinds.RepresentationProlonged => book[notice.Data.GetValueOrDefault("of") == "person" ? Phrase.NoticeActingProlongedOfPerson : Phrase.NoticeActingProlonged, id, Day(book, notice, "until"), phone],
            NoticeKinds.RepresentationBegun => book[notice.Data.ContainsKey("until") ? Phrase.NoticeActingBegunUntil : Phrase.NoticeActingBegun, id, book.NameOr("acting-who", notice.Data.GetValueOrDefault("relation", "")), phone, Day(book, notice, "until"), Markdown.Escape(notice.Data.GetValueOrDefault("name"))],
            NoticeKinds.CaseAccepted => Provisionally(book, notice, book[Phrase.NoticeAccepted, id, Day(book, notice, "due"), phone]),
            NoticeKinds.CaseProgress => Progress(book, notice),
            NoticeKinds.PublicNoticeStarted => Posted(book, notice, world.PublicPages),
            NoticeKinds.CaseApproved => Brought(book, notice, Approved(book, notice, phone)),
            NoticeKinds.MaterialRequested => Requested(book, notice, phone),
            NoticeKinds.CaseReceived => book[Phrase.NoticeReceived, id, Day(book, notice, "due")],
            NoticeKinds.MaterialMissing => book[Phrase.NoticeMissing, id, Lines(book, notice), Markdown.Escape(notice.Data.GetValueOrDefault("reason")), Day(book, notice, "due"), phone],
            NoticeKinds.MaterialReminder => book[Phrase.NoticePapersReminder, id, Lines(book, notice), Day(book, notice, "due"), phone],
            NoticeKinds.CaseNotAccepted => Brought(book, notice, book[Phrase.NoticeNotAccepted, id, Markdown.Escape(notice.Data.GetValueOrDefault("reason")), phone]),
            NoticeKinds.CasePaused => book[Phrase.NoticePaused, id, book.NameOr("pause-cause", notice.Data.GetValueOrDefault("cause", "")), Day(book, notice, "until"), phone],
            NoticeKinds.CaseResumed => Resumed(book, notice),
            NoticeKinds.CaseExtended => book[
                Phrase.NoticeExtended, id, Day(book, notice, "due"), book.NameOr("extension-cause", notice.Data.GetValueOrDefault("cause", "")),
                Markdown.Escape(notice.Data.GetValueOrDefault("reason")), phone],
            NoticeKinds.CaseDueChanged => book[Phrase.NoticeDueChanged, id, Day(book, notice, "before"), Day(book, notice, "due")],
            NoticeKinds.MaterialDayChanged => book[Phrase.NoticePapersDay, id, Lines(book, notice), Day(book, notice, "due")],
            NoticeKinds.MaterialDue => book[Phrase.NoticePapersDue, id, Lines(book, notice), phone],
            NoticeKinds.CaseRefused => Brought(book, notice, book[Phrase.NoticeRefused, id, Markdown.Escape(notice.Data.GetValueOrDefault("reason")), phone]),
            NoticeKinds.CaseReturned => book[Phrase.NoticeReturned, id, Markdown.Escape(notice.Data.GetValueOrDefault("items"))],
            NoticeKinds.CaseLate => book[Phrase.NoticeLate, id, Day(book, notice, "due"), phone],
            NoticeKinds.CaseClosed => book[Phrase.NoticeClosed, id],
            NoticeKinds.PublicNoticeTakenDown when notice.Data.GetValueOrDefault("cause") == TakeDownCauses.Endangered => book[Phrase.NoticeTakenDownEndangered, id, phone],
            NoticeKinds.PublicNoticeTakenDown => book[Phrase.NoticeTakenDownWrong, id, phone],
            NoticeKinds.ObjectionRaised => book[Phrase.NoticeObjected, id],
            NoticeKinds.ObjectionAnswered when notice.Data.GetValueOrDefault("again") == "yes" => book[Phrase.NoticeObjectionAgain, id, phone],
            NoticeKinds.ObjectionAnswered when notice.Data.GetValueOrDefault("finding") == "unfounded" => book[Phrase.NoticeObjectionUnfounded, id],
            NoticeKinds.ObjectionAnswered => book[Phrase.NoticeObjectionAnswered, id, phone],
            NoticeKinds.DifferencesFound => Differences(book, notice, phone),
            NoticeKinds.SurveyDiffers => book[Phrase.NoticeSurveyDiffers, id, book.List(SurveyFound(book, notice))],
            NoticeKinds.CityVisitComing => book[Phrase.NoticeCityVisit, id, Day(book, notice, "due"), phone],
            NoticeKinds.AppraisalCalled => book[Phrase.NoticeAppraisal, id, Day(book, notice, "on"), Markdown.Escape(notice.Data.GetValueOrDefault("place") is { Length: > 0 } place ? place : book[Phrase.NoticePlaceOpen])],
            NoticeKinds.PhoneReplaced when notice.Data.GetValueOrDefault("of") == "person" => book[Phrase.NoticePhoneOfPerson, id, phone],
            NoticeKinds.PhoneReplaced when notice.Data.GetValueOrDefault("of") == "representative" => book[Phrase.NoticePhoneOfRepresentative, id, phone],
            NoticeKinds.PhoneReplaced => book[Phrase.NoticePhoneReplaced, id, phone],
            NoticeKinds.AgentChanged => AgentChanged(book, notice),
            NoticeKinds.RatingFixed => book[Phrase.NoticeRatingFixed, id],
            NoticeKinds.RatingRemedied when notice.Data.GetValueOrDefault("satisfied") == "no" => book[Phrase.NoticeRatingNotYet, id, phone],
            NoticeKinds.RatingRemedied => book[Phrase.NoticeRatingRemedied, id],
            NoticeKinds.BenefitReview when notice.Data.GetValueOrDefault("cause") == "due" => book[Phrase.NoticeBenefitReview, id, Day(book, notice, "due")],
            NoticeKinds.BenefitReview => book[Phrase.NoticeBenefitReported, book.NameOr("benefitCause", notice.Data.GetValueOrDefault("cause", "")), Day(book, notice, "due")],
            NoticeKinds.BenefitKept => book[Phrase.NoticeBenefitKept, id],
            NoticeKinds.BenefitChanged => book[Phrase.NoticeBenefitChanged, id, book.Amount(notice), MonthOf(book, notice, "from"), Escaped(notice, "reason"), phone],
            NoticeKinds.BenefitTapered => book[Phrase.NoticeBenefitTapered, id, book.Amount(notice), MonthOf(book, notice, "from"), Day(book, notice, "until"), phone],
            NoticeKinds.BenefitStopped => book[Phrase.NoticeBenefitStopped, id, MonthOf(book, notice, "from"), Escaped(notice, "reason"), phone],
            NoticeKinds.FileChecked => book.FileChecked(notice),
            _ => book[Phrase.NoticeOther, id],
        };
    }

    // Who comes with the letter besides, and by when.
    private static string Brought(Phrasebook book, Notice notice, string words) =>
        notice.Data.GetValueOrDefault("brought-by") is { Length: > 0 } role && notice.Date("brought-until") is { } until
            ? $"{words}\n\n{book[Phrase.NoticeBrought, book.NameOr("agent-role", role), book.Day(until)]}"
            : words;

    private static string Posted(Phrasebook book, Notice notice, Uri? pages)
    {
        var words = book[Phrase.NoticePublic, notice.CaseId, Day(book, notice, "from"), Day(book, notice, "until")];
        return BoardLink.Of(pages, notice.Data.GetValueOrDefault("village")) is { } board ? $"{words}\n\n{book[Phrase.NoticePublicBoard, board]}" : words;
    }

    private static string Differences(Phrasebook book, Notice notice, string phone)
    {
        var lines = notice.Data.GetValueOrDefault("found", "").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t')).Where(parts => parts.Length == 5)
            .Select(parts => $"- {FoundTalk.Line(book, new DifferenceFound(parts[0], parts[1], parts[2], parts[3], DateOnly.TryParse(parts[4], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null))}");
        var found = string.Join('\n', lines);
        return notice.Date("until") is { } until ? book[Phrase.NoticeDifferences, notice.CaseId, found, book.Day(until)] : book[Phrase.NoticeDifferencesAgain, notice.CaseId, found, phone];
    }

    private static IEnumerable<string> SurveyFound(Phrasebook book, Notice notice)
    {
        if (notice.Number("income-told") is { } told && notice.Number("income-found") is { } found) yield return book[Phrase.FoundIncome, book.Yuan(found), book.Yuan(told)];
        if (notice.Number("members-told") is { } said && notice.Number("members-found") is { } counted) yield return book[Phrase.FoundMembers, book.People(counted), said];
    }

    private static string Approved(Phrasebook book, Notice notice, string phone) => notice switch
    {
        _ when notice.Data.ContainsKey("once") => book[Phrase.NoticeApprovedOnce, notice.CaseId, book.Amount(notice, "once"), phone],
        _ when !notice.Data.ContainsKey("amount") => book[Phrase.NoticeApprovedPlain, notice.CaseId, phone],
        _ when notice.IsZero("amount") => book[Phrase.NoticeStopped, notice.CaseId, Month(book, notice), phone],
        _ => book[Phrase.NoticeApproved, notice.CaseId, book.Amount(notice), Month(book, notice), phone],
    };

    // A child who comes of age needs no letter; a letter can be followed by another.
    private static string EndsSoon(Phrasebook book, Notice notice, string phone) => book[
        (notice.Data.GetValueOrDefault("why") == "of-age", notice.Data.GetValueOrDefault("of") == "person") switch
        {
            (true, true) => Phrase.NoticeOfAgeSoonOfPerson,
            (true, false) => Phrase.NoticeOfAgeSoon,
            (false, true) => Phrase.NoticeActingSoonOfPerson,
            _ => notice.Data.ContainsKey("codes") ? Phrase.NoticeActingSoon : Phrase.NoticeActingSoonElsewhere,
        }, notice.CaseId, Day(book, notice, "until"), phone];

    // One friendly sentence: who comes now.
    private static string AgentChanged(Phrasebook book, Notice notice)
    {
        var role = book.NameOr("agent-role", notice.Data.GetValueOrDefault("role", ""));
        var cause = notice.Data.GetValueOrDefault("cause") is ("outside-area" or "handed-over") and var said ? said : "cannot";
        return notice.Data.GetValueOrDefault("who") is { Length: > 0 } who
            ? book[Phrase.NoticeAgentChanged, notice.CaseId, book.NameOr("agent-cause", cause), role, Markdown.Escape(who)]
            : book[Phrase.NoticeAgentOffice, notice.CaseId, book.NameOr("agent-cause", cause), role];
    }

    private static string Requested(Phrasebook book, Notice notice, string phone)
    {
        var words = book[Phrase.NoticePapers, notice.CaseId, Lines(book, notice), Markdown.Escape(notice.Data.GetValueOrDefault("reason")), phone];
        if (notice.Date("due") is { } last) words = $"{words}\n\n{book[Phrase.NoticePapersUntil, book.Day(last)]}";
        return notice.Data.GetValueOrDefault("law") is { Length: > 0 } law ? $"{words}\n\n{book[Phrase.NoticePapersBeyond, Markdown.Escape(law)]}" : words;
    }

    // Why it goes on decides what the resident has to know; the new day only where the case has one.
    private static string Resumed(Phrasebook book, Notice notice)
    {
        var words = book[notice.Data.GetValueOrDefault("why") switch
        {
            "papers-came" => Phrase.NoticeResumedPapers,
            "time-over" when notice.Data.GetValueOrDefault("cause") == "waiting-for-resident" => Phrase.NoticeResumedWithout,
            _ => Phrase.NoticeResumed,
        }, notice.CaseId];
        return notice.Date("due") is { } due ? $"{words}{book[Phrase.NoticeResumedDue, book.Day(due)]}" : words;
    }

    private static string Lines(Phrasebook book, Notice notice) =>
        book.List(notice.Data.GetValueOrDefault("items", "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(item => Markdown.Escape(item)));

    private static string Month(Phrasebook book, Notice notice) => notice.Date("paid-from") is { } month ? book.Month(month) : "";

    private static string MonthOf(Phrasebook book, Notice notice, string name) => notice.Date(name) is { } month ? book.Month(month) : "";

    private static string Escaped(Notice notice, string name) => Markdown.Escape(notice.Data.GetValueOrDefault(name));

    private static string Progress(Phrasebook book, Notice notice)
    {
        var done = Stages(book, notice, "done");
        var next = Stages(book, notice, "next");
        var visit = notice.Data.GetValueOrDefault("next", "").Contains("survey", StringComparison.Ordinal);
        return next.Length == 0 ? book[Phrase.NoticeProgressDone, notice.CaseId, done] : book[visit ? Phrase.NoticeProgressSurvey : Phrase.NoticeProgress, notice.CaseId, done, next];
    }

    private static string Provisionally(Phrasebook book, Notice notice, string words) =>
        notice.Data.GetValueOrDefault("provisional") is "true" or "True" ? $"{words}\n\n{book[Phrase.ReceiptProvisional]}" : words;

    private static string Stages(Phrasebook book, Notice notice, string name) =>
        book.And(book.Stages(notice.Data.GetValueOrDefault(name, "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));

    private static string Day(Phrasebook book, Notice notice, string name) => notice.Date(name) is { } day ? book.Day(day) : Markdown.Escape(notice.Data.GetValueOrDefault(name));
}
