namespace OneVisit.EndToEnd.Tests.Crash;

/// <summary>What a run does. The same seed makes the same choices; what the machine's scheduler makes of them is its own.</summary>
/// <param name="Kills">How often the host is killed; now and then its Azurite with it, or that alone.</param>
public sealed record CrashPlan(int Seed, int Cases, int Kills)
{
    /// <summary>A limit for the whole run, far above what it needs: 15 s a kill and 3 s a case.</summary>
    public TimeSpan Patience => TimeSpan.FromMinutes(5) + Kills * TimeSpan.FromSeconds(15) + Cases * TimeSpan.FromSeconds(3);

    /// <summary>Somebody's own dice, so that one who throws more often changes nobody else's luck.</summary>
    public Random DiceOf(string whom) => new(whom.Aggregate(Seed, (hash, letter) => unchecked(hash * 31 + letter)));

    public override string ToString() => $"--cases {Cases} --kills {Kills} --seed {Seed}";
}
