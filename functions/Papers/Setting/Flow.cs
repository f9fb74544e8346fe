namespace OneVisit.Papers.Setting;

/// <summary>Fills pages from top to bottom.</summary>
/// <param name="bottom">Where the foot begins.</param>
internal sealed class Flow(float bottom)
{
    public List<Page> Pages { get; } = [new Page()];

    /// <summary>Where the next thing goes.</summary>
    public float Y { get; private set; } = Sheet.Top;

    /// <summary>What is left of this page.</summary>
    public float Room => bottom - Y;

    /// <summary>What a whole page holds.</summary>
    public float WholePage => bottom - Sheet.Top;

    public void Mark(Mark mark) => Pages[^1].Marks.Add(mark);

    public void Skip(float height) => Y += height;

    public void TurnPage()
    {
        Pages.Add(new Page());
        Y = Sheet.Top;
    }

    /// <summary>Goes to the next page when there is less room than that here, and more there.</summary>
    /// <returns>Whether it did.</returns>
    public bool Keep(float height)
    {
        if (height <= Room || Y <= Sheet.Top)
            return false;
        TurnPage();
        return true;
    }

    public void Place(IEnumerable<SetLine> lines, float x)
    {
        foreach (var line in lines)
            Place(line, x);
    }

    public void Place(SetLine line, float x)
    {
        Keep(line.Height);
        Mark(line.At(x, Y));
        Y += line.Height;
    }
}
