namespace OneVisit.Domain.Services;

/// <summary>What the sharing platform (共享平台) can tell of a paper, and with it whether the law lets it be asked for.</summary>
public enum MaterialSharing
{
    /// <summary>Not on the platform: the resident gives it.</summary>
    No,

    /// <summary>On the platform for some people: asked for where it is not found, or could not be looked up.</summary>
    Partly,

    /// <summary>On the platform: never asked for, even while a look-up fails (国务院令第716号 第七条).</summary>
    Yes,

    /// <summary>To be signed for this case: neither waived, nor handed in later, nor replaced.</summary>
    Never,

    /// <summary>We fill it in; the resident signs.</summary>
    Prefilled,
}

/// <summary>Names of <see cref="MaterialSharing"/> as they stand in the catalogue.</summary>
public static class MaterialSharings
{
    public static string Code(this MaterialSharing sharing) => sharing switch
    {
        MaterialSharing.No => "no",
        MaterialSharing.Partly => "partly",
        MaterialSharing.Yes => "yes",
        MaterialSharing.Never => "never",
        MaterialSharing.Prefilled => "prefilled",
        _ => throw new ArgumentOutOfRangeException(nameof(sharing)),
    };

    public static MaterialSharing? Parse(string? code) => Codes.Parse<MaterialSharing>(code, Code);
}
