using System.Collections.Immutable;
using OneVisit.Domain.Services;
using OneVisit.Domain.Sharing;

namespace OneVisit.Domain.Cases;

/// <summary>What the registries answer for the data check (信息核对) of a case.</summary>
public static partial class CaseDecisions
{
    /// <summary>From the data check on until the decision, answers are of use: also one that comes when the check is done.</summary>
    public static bool WantsAnswers(Case current) =>
        current is { Decision: null, IsClosed: false } && current.Tasks.Any(task => task.Kind == StageKind.Verify);

    /// <summary>Questions about the applicant or a member of the household that have no answer yet.</summary>
    /// <param name="member">Number of the member; <c>null</c>: the applicant.</param>
    public static ImmutableArray<RegistryQuestion> Unanswered(Case current, int? member = null) => WantsAnswers(current)
        ? [.. QuestionsOf(current, member).Where(question => current.RegisterAnswers.FirstOrDefault(note => (note.Question, note.Member) == (question, member)) is not { Answer.IsKnown: true })]
        : [];

    /// <summary>Of whom something is not answered yet: <c>null</c> for the applicant, then the members by their numbers.</summary>
    public static ImmutableArray<int?> StillToAnswerFor(Case current) => [.. Everybody(current).Where(member => !Unanswered(current, member).IsEmpty)];

    /// <summary>Of some question nothing is known yet, not even that it was asked in vain. What a registry told by itself keeps nobody from asking the rest.</summary>
    public static bool IsYetToAsk(Case current) => Everybody(current).Any(
        member => Unanswered(current, member).Any(question => current.RegisterAnswers.All(note => (note.Question, note.Member) != (question, member))));

    /// <summary>
    /// Journals answers. An unknown one never takes the place of one that is known, nor of another unknown one; the same again, or one that came
    /// after the decision, writes nothing.
    /// </summary>
    public static Decision NoteAnswers(Case current, IEnumerable<AnswerNote> answers)
    {
        ImmutableArray<AnswerNote> news = WantsAnswers(current) ? [.. answers.Where(answer => IsNews(current, answer))] : [];
        return Accept(Actor.System, news.IsEmpty ? [] : [new RegistersAnswered(news)]);
    }

    private static IEnumerable<int?> Everybody(Case current) => [null, .. current.NamedMembers.Select(member => (int?)member.Number)];

    private static ImmutableArray<RegistryQuestion> QuestionsOf(Case current, int? member) =>
        member is null ? DataCheckQuestions.For(AskedOf(current)) : DataCheckQuestions.ForMember(AskedOf(current));

    private static IEnumerable<string> AskedOf(Case current) => current.Materials.Where(listed => !listed.HeldByPlatform).Select(listed => listed.Code);

    private static bool IsNews(Case current, AnswerNote answer) =>
        current.RegisterAnswers.FirstOrDefault(note => note.IsOfTheSame(answer)) is not { } before || (answer.Answer.IsKnown && answer != before);
}
