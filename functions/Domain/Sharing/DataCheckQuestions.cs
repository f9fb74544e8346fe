using System.Collections.Immutable;
using OneVisit.Domain.Eligibility;

namespace OneVisit.Domain.Sharing;

/// <summary>What the data check asks the registries about an applicant, and where an answer contradicts what was told.</summary>
public static class DataCheckQuestions
{
    /// <summary>In the order in which an officer reads them. Funerals and the like are none of a living applicant's.</summary>
    public static ImmutableArray<RegistryQuestion> All { get; } =
    [
        RegistryQuestion.RecordedDead, RegistryQuestion.RegisteredWhere, RegistryQuestion.HouseholdSize, RegistryQuestion.Married, RegistryQuestion.Benefits,
        RegistryQuestion.SocialInsurance, RegistryQuestion.Vehicles, RegistryQuestion.Homes,
    ];

    private static readonly ImmutableArray<RegistryQuestion> OfMembers =
    [
        RegistryQuestion.RecordedDead, RegistryQuestion.Benefits, RegistryQuestion.SocialInsurance, RegistryQuestion.Vehicles, RegistryQuestion.Homes,
    ];

    /// <summary>What stands for papers of whoever it is in the household.</summary>
    internal static ImmutableArray<RegistryQuestion> OfAnybody { get; } = [RegistryQuestion.DisabilityGrade, RegistryQuestion.Student];

    /// <summary>All of it, and what registries could have answered in place of papers that were asked for: so that what was asked for in vain is known.</summary>
    public static ImmutableArray<RegistryQuestion> For(IEnumerable<string> asked) => [.. All.Union(PaperQuestions.For(asked))];

    /// <summary>
    /// What is asked about somebody who lives in the household with the applicant: what counts for the household, and what a paper that was asked for may be about. Where they
    /// are registered and whom they married is the applicant's household register's to say.
    /// </summary>
    public static ImmutableArray<RegistryQuestion> ForMember(IEnumerable<string> asked) => [.. OfMembers.Union(PaperQuestions.For(asked).Intersect(OfAnybody))];

    /// <summary>
    /// Answers that do not fit what the household told. Only what one person's record can contradict: a car the household said it has not, more homes than it told,
    /// a register elsewhere, somebody recorded dead who applies or lives in the household, a benefit that was not named. What is not known contradicts nothing.
    /// </summary>
    /// <param name="city">First six digits of the codes of this city.</param>
    public static ImmutableArray<AnswerNote> Contradictions(Household told, IEnumerable<AnswerNote> answers, string city) =>
        [.. answers.Where(note => Contradicts(told, note.Question, note.Answer, city))];

    private static bool Contradicts(Household told, RegistryQuestion question, RegistryAnswer answer, string city) => (question, answer) switch
    {
        (RegistryQuestion.RecordedDead, RegistryAnswer.Yes or RegistryAnswer.Value) => true,
        (RegistryQuestion.RegisteredWhere, RegistryAnswer.Value { Text: var area }) => told.HasLocalHukou == true && !area.StartsWith(city, StringComparison.Ordinal),
        (RegistryQuestion.Vehicles, _) => told.OwnsCar == false && answer.Number > 0,
        (RegistryQuestion.Homes, _) => told.Homes is { } homes && answer.Number > homes,
        (RegistryQuestion.Benefits, RegistryAnswer.Value { Text: var codes }) => told.Draws is { } draws && codes.Split(',').Any(code => !draws.Contains(code)),
        _ => false,
    };
}
