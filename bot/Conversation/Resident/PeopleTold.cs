using System.Collections.Immutable;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Understanding.Dates;
using OneVisit.Conversation.Understanding.People;
using OneVisit.Domain.Interview;
using static OneVisit.Conversation.Resident.InquiryScene;

namespace OneVisit.Conversation.Resident;

/// <summary>Reads those of the household whom a rule looks for: by ticks in words, or told in a sentence, several at once (「婆婆八十了，儿子精神二级」).</summary>
internal static class PeopleTold
{
    private const int OldFrom = 60;
    private const int GrownFrom = 18;

    // Who is called so may be old; how old is asked next.
    private static readonly ImmutableArray<string> Old = ["parent-in-law", "grandparent", "father", "mother", "parent"];
    private static readonly ImmutableArray<string> Young = ["child", "grandchild"];

    public static Taken? Read(Turn turn, int first, string text)
    {
        var offered = TokenReading.Offered(turn, Inquiry.List(Checklist.WhoIsThere, first));
        if (Sentence(turn, first, text, offered) is { } told) return told;
        var ticks = PickReader.Read(text, [.. offered.Select(option => InquiryWords.Title(turn, option))]) switch
        {
            Picks.Of of => [.. of.Entries.Select(entry => offered[entry].Code)],
            Picks.None => [],
            _ => AnswerReader.YesNo(text) == false ? [] : (ImmutableArray<string>?)null,
        };
        return ticks is { } all ? TokenReading.Fit(turn, Inquiry.List(Checklist.WhoIsThere, first), new Answer.Ticked(offered, all)) : null;
    }

    /// <summary>Those whom the story told of, while nobody has been asked about yet.</summary>
    public static Taken.Understood? InStory(Turn turn, Inquiry inquiry) =>
        inquiry == Inquiry.List(Checklist.WhoIsThere, 0) && turn.State.Story is { } story && turn.Told.AnswerTo(inquiry) is null
            ? Sentence(turn, 0, Spelling.Mend(PlainInput.Comparable(story)), TokenReading.Offered(turn, inquiry))
            : null;

    /// <summary>The names of those told of, with one at a place; those behind it are told of anew.</summary>
    public static ImmutableArray<string> Called(ImmutableArray<string> people, int at, string? name) =>
        name is null ? [.. people.Take(at)] : [.. people.Take(at), .. Enumerable.Repeat("", Math.Max(0, at - people.Length)), name];

    private static Taken.Understood? Sentence(Turn turn, int first, string text, ImmutableArray<Option> offered)
    {
        var people = PeopleReader.Read(text, turn.Today).Where(person => !person.Died).Select(person => (person, Ticks: TicksOf(turn, person, offered))).Where(each => !each.Ticks.IsEmpty).ToArray();
        if (people.Length == 0) return null;
        var told = turn.Told;
        var (answers, called) = (ImmutableArray.CreateBuilder<Answered>(), turn.State.People);
        for (var i = 0; i < people.Length; i++)
        {
            var (person, ticks) = people[i];
            var here = Inquiry.List(Checklist.WhoIsThere, first + i);
            if (i > 0)
            {
                if (turn.Interviewer.Next(told) is not Domain.Interview.Step.Ask ask || ask.Inquiry != here) break;
                offered = ask.Options;
            }
            var more = i + 1 < people.Length && offered.Any(option => option.Code == Options.Another);
            var ticked = new Answer.Ticked(offered, more ? ticks.Add(Options.Another) : ticks);
            told = told.With(here, ticked);
            answers.Add(new Answered(here, ticked));
            called = Called(called, first + i, person.Word);
            if (!more) break;
        }
        var those = people.Take(answers.Count).Select(each => each.person).ToArray();
        answers.AddRange(Details(turn, told, those, first));
        return new Taken.Understood(answers.ToImmutable(), called, [.. Enumerable.Range(0, those.Length).Where(at => those[at].Born is BirthReading.Born { Days.IsOneDay: false }).Select(at => first + at)]);
    }

    /// <summary>Day of birth and certificate, where they were told closely enough; the rest is asked.</summary>
    private static IEnumerable<Answered> Details(Turn turn, Told told, ToldPerson[] people, int first)
    {
        for (var i = 0; i < people.Length; i++)
        {
            if (people[i].Born is BirthReading.Born born && BirthTold.Settled(turn, told, Inquiry.About(Domain.Eligibility.Question.BirthDate, first + i), born.Days) is { } day)
                yield return new Answered(Inquiry.About(Domain.Eligibility.Question.BirthDate, first + i), new Answer.Day(day));
            if (people[i].Disability is { Certified: true } disability && disability.Low == disability.High)
                yield return new Answered(Inquiry.About(Domain.Eligibility.Question.Disability, first + i), new Answer.Certificate(CertificateTold.KindOf(disability), disability.Low));
        }
    }

    private static ImmutableArray<string> TicksOf(Turn turn, ToldPerson person, ImmutableArray<Option> offered)
    {
        var today = turn.Today;
        var born = (person.Born as BirthReading.Born)?.Days;
        var disabled = person.Disability is { Certified: not false };
        IEnumerable<string> ticks =
        [
            .. Some(Options.Elder, born is { } days ? days.To <= today.AddYears(-OldFrom) : Old.Contains(person.Relation)),
            .. Some(Options.Child, (disabled || person.GravelyIll || IsAboutChildren(turn)) && (born is { } young ? young.From > today.AddYears(-GrownFrom) : Young.Contains(person.Relation) && (person.Studies || IsAboutChildren(turn)))),
            .. Some(Options.Disabled, disabled),
            .. Some(Options.GravelyIll, person.GravelyIll),
            .. Some(Options.Helpless, person.CannotCareForSelf),
        ];
        return [.. ticks.Where(code => offered.Any(option => option.Code == code))];
    }

    /// <summary>A child is told of because of its parents.</summary>
    private static bool IsAboutChildren(Turn turn) => turn.State.Services.Any(code => turn.World.Find(code)?.LifeEvents.Any(each => each.OfAChild) == true);

    private static IEnumerable<string> Some(string code, bool when) => when ? [code] : [];
}
