using OneVisit.Contracts;

namespace OneVisit.Bot.BackOffices;

/// <summary>What came back from the back office.</summary>
internal abstract record Answer<T>
{
    public sealed record Got(T Value) : Answer<T>;

    /// <summary>It said no, and why.</summary>
    public sealed record Refused(Problem Problem) : Answer<T>;

    /// <summary>It did not answer, or cannot work just now, even after several tries.</summary>
    public sealed record Silent : Answer<T>;

    /// <summary>It answered that it broke (500) on just this. Asking again soon breaks it again.</summary>
    public sealed record Broke : Answer<T>;

    /// <summary>As it answers where there is no such thing, of what need not be asked.</summary>
    public static Answer<T> NotThere { get; } = new Refused(new Problem("about:blank", "", StatusCodes.Status404NotFound, Code: ProblemCodes.NotFound));

    private Answer() { }
}
