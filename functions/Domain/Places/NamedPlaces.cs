namespace OneVisit.Domain.Places;

/// <summary>Places with their names in characters and as they sound.</summary>
internal sealed class NamedPlaces(Syllables syllables)
{
    // Another character of the same sound fits worse than the very one, and better than a slip.
    private const int OnlySounds = 500;

    private readonly NameTable written = new(isLatin: false);
    private readonly NameTable sounds = new(isLatin: true);

    /// <param name="name">In characters or spelled, see <see cref="PlaceName"/>.</param>
    public void Add(string name, int place)
    {
        if (!IsSpelled(name))
            written.Add(name, place);
        sounds.Add(syllables.Of(name), place);
    }

    /// <summary>Every place that fits and is <paramref name="meant"/>; slips and parts of names only where nothing fits better.</summary>
    public List<NameMatch> Find(string text, Func<int, bool> meant)
    {
        var found = new List<NameMatch>();
        if (text.Length == 0)
            return found;
        var (sound, cuts) = syllables.Spell(text);
        var penalty = IsSpelled(text) ? 0 : OnlySounds;
        return Named() || Parts() || Slipped() ? found : [];

        bool Named()
        {
            if (penalty > 0)
                written.FindNamed(text, Enumerable.Range(0, text.Length + 1).ToArray(), found);
            Heard(some => sounds.FindNamed(sound, cuts, some));
            return Any();
        }

        bool Parts()
        {
            if (penalty > 0)
                written.FindParts(text, text.Length, found);
            Heard(some => sounds.FindParts(sound, text.Length, some));
            return Any();
        }

        bool Slipped()
        {
            if (penalty > 0)
                written.FindSlipped(text, text.Length, found);
            else
                sounds.FindSlipped(sound, text.Length, found);
            return Any();
        }

        void Heard(Action<List<NameMatch>> find)
        {
            var some = new List<NameMatch>();
            find(some);
            found.AddRange(some.Select(match => match with { Rank = match.Rank + penalty }));
        }

        bool Any()
        {
            found.RemoveAll(match => !meant(match.Place));
            return found.Count > 0;
        }
    }

    public static bool IsSpelled(string name) => name.All(char.IsAscii);
}
