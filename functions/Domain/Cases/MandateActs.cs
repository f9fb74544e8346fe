using System.Collections.Immutable;

namespace OneVisit.Domain.Cases;

/// <summary>What a household may leave to its agent, as stable names; nothing else may be.</summary>
public static class MandateActs
{
    /// <summary>Come by and fetch the papers.</summary>
    public const string CollectPapers = "collect-papers";

    /// <summary>Hand the papers in.</summary>
    public const string HandIn = "hand-in";

    /// <summary>Photograph papers and send them.</summary>
    public const string Upload = "upload";

    /// <summary>Answer what the office asks about the papers, as the household told it.</summary>
    public const string AnswerQuestions = "answer-questions";

    /// <summary>Take notices and pass them on.</summary>
    public const string ReceiveNotices = "receive-notices";

    /// <summary>Fetch the result and bring it.</summary>
    public const string CollectResult = "collect-result";

    /// <summary>Fill in the application with the household, and hand it in.</summary>
    public const string Apply = "apply";

    public static ImmutableArray<string> All { get; } = [CollectPapers, HandIn, Upload, AnswerQuestions, ReceiveNotices, CollectResult, Apply];

    /// <summary>What a mandate allows that names no acts: to run the errands.</summary>
    public static ImmutableArray<string> Errands { get; } = [CollectPapers, HandIn, Upload];

    /// <summary>What nobody can be authorised to: sign for the applicant, survey the household, decide its case.</summary>
    public static ImmutableArray<string> Never { get; } = ["sign", "survey", "decide"];
}

/// <summary>Who hears of what happens, as the household chose.</summary>
public static class NoticeChoices
{
    public const string Me = "me";

    /// <summary>The household, and a copy to the agent.</summary>
    public const string Both = "both";

    /// <summary>How it goes on is told to the agent, who passes it on; what touches the household's rights it is told itself too.</summary>
    public const string AgentFirst = "agent-first";

    public static ImmutableArray<string> All { get; } = [Me, Both, AgentFirst];
}

/// <summary>How a mandate was signed.</summary>
public static class SignatureKinds
{
    /// <summary>The name typed, and a one-time code from the applicant's phone.</summary>
    public const string Code = "code";

    /// <summary>Drawn on the screen.</summary>
    public const string Drawn = "drawn";

    /// <summary>The name typed and confirmed on the page where it is read.</summary>
    public const string Typed = "typed";
}
