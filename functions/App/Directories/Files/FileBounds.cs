using OneVisit.Contracts;

namespace OneVisit.Functions.Directories.Files;

/// <summary>
/// How large a directory may be. A whole city of 10,000 people is a workbook of one megabyte; each bound is ten times that and more, and none lets a
/// file of any kind take the memory of the program. What a zip says of its own sizes is not believed.
/// </summary>
public static class FileBounds
{
    /// <summary>Of the file, as it was sent.</summary>
    public const int MostBytes = DirectoryFileSize.MostMegabytes * 1024 * 1024;

    /// <summary>Of all that is unpacked from it.</summary>
    public const long MostUnpacked = 64L * 1024 * 1024;

    /// <summary>Times that a part of more than a megabyte may grow when it is unpacked; honest sheets grow ten to fifty times.</summary>
    public const int MostGrowth = 300;

    public const int MostParts = 500;

    /// <summary>Of all tables together.</summary>
    public const int MostRows = 200_000;

    public const int MostColumns = 64;

    /// <summary>Characters of one cell.</summary>
    public const int LongestCell = 2_000;

    public const int MostFaults = 2_000;
}

/// <summary>More than <see cref="FileBounds"/> allow. It ends the reading at once and becomes a fault.</summary>
internal sealed class FileTooLargeException(string what) : Exception(what);

/// <summary>What is unpacked from one file, counted while it is read.</summary>
internal sealed class Unpacking
{
    private long all;

    public Stream Of(Stream part, long packed) => new Counted(this, part, packed);

    private void Count(int more, long ofPart, long packed)
    {
        all += more;
        if (all > FileBounds.MostUnpacked || (ofPart > 1024 * 1024 && ofPart / FileBounds.MostGrowth > packed))
            throw new FileTooLargeException("unpacked");
    }

    private sealed class Counted(Unpacking whole, Stream part, long packed) : Stream
    {
        private long read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => read; set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            var more = part.Read(buffer);
            read += more;
            whole.Count(more, read, packed);
            return more;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) part.Dispose();
            base.Dispose(disposing);
        }
    }
}
