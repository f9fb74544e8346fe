namespace OneVisit.Local.Platform.People;

/// <summary>Chance that is the same whenever it is asked for: a mix of seed, place and what is asked (SplitMix64).</summary>
internal readonly struct Dice(ulong seed)
{
    /// <returns>From 0 up to <paramref name="sides"/>, not included.</returns>
    public int Throw(int place, int what, int sides) => (int)(Mix(seed ^ Mix(((ulong)(uint)place << 20) + (uint)what)) % (uint)sides);

    public bool Chance(int place, int what, int percent) => Throw(place, what, 100) < percent;

    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
