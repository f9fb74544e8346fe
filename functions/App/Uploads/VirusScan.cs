namespace OneVisit.Functions.Uploads;

/// <summary>Looks for viruses in what people send. In the cloud and in tests another takes its place.</summary>
public interface IVirusScan
{
    /// <summary>There is one. Without, nothing is ever in quarantine.</summary>
    bool IsSet => true;

    /// <summary>Never throws for what lies at the scanner: not having looked is an answer.</summary>
    Task<ScanAnswer> ScanAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation);
}

/// <summary>What a scanner says of a file.</summary>
public abstract record ScanAnswer
{
    public sealed record Clean : ScanAnswer;

    /// <param name="Name">Of the virus, in the scanner's words.</param>
    public sealed record Found(string Name) : ScanAnswer;

    /// <summary>Nobody looked into it: it is neither clean nor not.</summary>
    /// <param name="Why">For the operator.</param>
    /// <param name="Reachable">The scanner works, and could not with this one.</param>
    public sealed record NotScanned(string Why, bool Reachable) : ScanAnswer;

    private ScanAnswer()
    {
    }
}

/// <summary>Where no scanner is set: what was looked through is taken.</summary>
public sealed class NoVirusScan : IVirusScan
{
    public bool IsSet => false;

    public Task<ScanAnswer> ScanAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation) => Task.FromResult<ScanAnswer>(new ScanAnswer.Clean());
}
