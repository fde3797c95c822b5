using Kpr.Core.Rules;

namespace Kpr.Functions.Ingest;

/// <summary>A judged file with all that is needed to answer it.</summary>
/// <param name="Row">The file.</param>
/// <param name="Address">Where it came from.</param>
/// <param name="Reading">What reading it told.</param>
/// <param name="Context">What is known of it.</param>
/// <param name="Judged">What became of its records; disposed of by who judged it.</param>
public sealed record Answer(FileRow Row, IncomingFile.Address Address, FileReading Reading, FileContext Context, JudgedFile Judged);
