// SPDX-License-Identifier: EUPL-1.2
#include "confinement.hpp"

#include <cerrno>
#include <csignal>
#include <cstddef>

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

namespace rondetafel::documents
{

namespace
{

constexpr rlim_t open_files_max = 256;

#if defined(__x86_64__)
constexpr unsigned our_architecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned our_architecture = AUDIT_ARCH_AARCH64;
#else
#error "tell the filter below which calls make a socket on this architecture"
#endif

bool limit(__rlimit_resource resource, rlim_t most)
{
    const rlimit both{most, most};
    return setrlimit(resource, &both) == 0;
}

// No socket of any kind: nothing we run has business outside its folder. io_uring could make sockets past this filter.
bool without_network()
{
    constexpr unsigned first_x32_call = 0x40000000U;
    sock_filter rules[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, our_architecture, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, first_x32_call, 3, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_socket, 2, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_io_uring_setup, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES),
    };
    const sock_fprog filter{sizeof rules / sizeof rules[0], rules};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

} // namespace

bool confine(const ProgramLimits& limits)
{
    return limit(RLIMIT_CPU, static_cast<rlim_t>(limits.cpu.count())) && limit(RLIMIT_AS, limits.memory_bytes) &&
           limit(RLIMIT_FSIZE, limits.file_bytes) && limit(RLIMIT_CORE, 0) && limit(RLIMIT_NOFILE, open_files_max) &&
           // Whoever dies takes it along: no program outlives the service.
           prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && without_network();
}

} // namespace rondetafel::documents
