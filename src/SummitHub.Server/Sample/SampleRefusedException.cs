using SummitHub.Server.Interchange;

namespace SummitHub.Server.Sample;

/// <summary>The sample's folder is refused; nothing of it was entered.</summary>
internal sealed class SampleRefusedException(string folder, IReadOnlyCollection<ImportProblem> problems)
    : Exception($"The sample in {folder} is refused:{Environment.NewLine}{string.Join(Environment.NewLine, problems)}");
