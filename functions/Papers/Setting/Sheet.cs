namespace OneVisit.Papers.Setting;

/// <summary>The sheet: A4, in points.</summary>
internal static class Sheet
{
    public const float Width = 595.28f;
    public const float Height = 841.89f;
    public const float Left = 56;
    public const float Right = Width - 56;
    public const float Inner = Right - Left;

    /// <summary>Where what stands on every page stands.</summary>
    public const float HeadLine = 44;

    public const float Top = 66;
    public const float FootEnd = Height - 34;
}

/// <summary>Sizes of type, in points.</summary>
internal static class Sizes
{
    public const float Title = 19;
    public const float Heading = 12;
    public const float Body = 10.5f;
    public const float Explained = 8.5f;
    public const float Small = 8.5f;
    public const float Foot = 7.5f;

    /// <summary>Distance of lines, in shares of the size.</summary>
    public const float Leading = 1.5f;
}
