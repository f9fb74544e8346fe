namespace OneVisit.Domain.Documents;

/// <summary>Kinds of file that are taken.</summary>
public enum DocumentType
{
    Jpeg,
    Png,
    WebP,
    Heic,
    Pdf,
}

/// <summary>How each kind is called outside.</summary>
public static class DocumentTypes
{
    public static string ContentType(this DocumentType type) => type switch
    {
        DocumentType.Jpeg => "image/jpeg",
        DocumentType.Png => "image/png",
        DocumentType.WebP => "image/webp",
        DocumentType.Heic => "image/heic",
        DocumentType.Pdf => "application/pdf",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
